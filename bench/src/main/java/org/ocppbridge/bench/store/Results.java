package org.ocppbridge.bench.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, by name, round by round; the first name is what others are compared to. */
final class Results {
  private final Map<String, List<Load.Result>> rounds = new LinkedHashMap<>();

  void add(String name, Load.Result result) {
    rounds.computeIfAbsent(name, fresh -> new ArrayList<>()).add(result);
  }

  /** Medians, and the ratios within each round. */
  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%-28s %12s %22s %14s %22s%n",
        "",
        "messages/s",
        "(least to most)",
        "processor us",
        "ratio (least to most)");
    rounds.forEach(
        (name, results) -> {
          List<Double> perSecond = results.stream().map(Load.Result::perSecond).toList();
          List<Double> ratios = ratios(results);
          out.printf(
              Locale.ROOT,
              "%-28s %12.0f %22s %14.1f %8.2f (%.2f to %.2f)%n",
              name,
              median(perSecond),
              "(%.0f to %.0f)".formatted(least(perSecond), most(perSecond)),
              median(results.stream().map(Load.Result::processorMicros).toList()),
              median(ratios),
              least(ratios),
              most(ratios));
        });
  }

  private List<Double> ratios(List<Load.Result> results) {
    List<Load.Result> base = rounds.values().iterator().next();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      ratios.add(results.get(i).perSecond() / base.get(i).perSecond());
    }
    return ratios;
  }

  /** All single measurements. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("what,round,messages_per_second,processor_us_per_message,ratio");
    rounds.forEach(
        (name, results) -> {
          List<Double> ratios = ratios(results);
          for (int i = 0; i < results.size(); i++) {
            lines.add(
                "%s,%d,%.0f,%.1f,%.3f"
                    .formatted(
                        name,
                        i + 1,
                        results.get(i).perSecond(),
                        results.get(i).processorMicros(),
                        ratios.get(i)));
          }
        });
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(value -> value).min().orElse(0);
  }

  private static double most(List<Double> values) {
    return values.stream().mapToDouble(value -> value).max().orElse(0);
  }
}
