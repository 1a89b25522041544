package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a simulation went.
 *
 * @param lines one for each operation
 * @param repeats transaction messages and boots that had to be repeated
 * @param failures number of problems
 * @param problems the first of them in words
 */
public record Summary(List<Line> lines, long repeats, long failures, List<String> problems) {

  /**
   * How one operation went.
   *
   * @param operation its name; operations that the charger was asked for have {@code < } before it
   * @param ok exchanges that went as they should
   * @param failed exchanges that did not
   * @param mean mean time of the good ones
   * @param longest longest of them
   */
  public record Line(String operation, long ok, long failed, Duration mean, Duration longest) {}

  /** Copies the lists. */
  public Summary {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** Whether everything was answered as expected, and anything was asked at all. */
  public boolean allWell() {
    return failures == 0 && !lines.isEmpty();
  }

  /** For people: a table, then the problems. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%-58s %9s %8s %10s %10s%n",
            "operation",
            "ok",
            "failed",
            "mean ms",
            "longest"));
    for (Line line : lines) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-58s %9d %8d %10.1f %10.1f%n",
              line.operation,
              line.ok,
              line.failed,
              millis(line.mean),
              millis(line.longest)));
    }
    if (repeats > 0) {
      out.append(String.format(Locale.ROOT, "repeated messages: %d%n", repeats));
    }
    problems.forEach(
        problem -> out.append("problem: ").append(problem).append(System.lineSeparator()));
    if (failures > problems.size()) {
      out.append(String.format(Locale.ROOT, "and %d more problems%n", failures - problems.size()));
    }
    return out.toString();
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
