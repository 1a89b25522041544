package org.ocppbridge.adapter.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ocppbridge.adapter.simulate.Exchange;
import org.ocppbridge.mappings.SoapVersion;

/** Counts the stories by operation and version. */
final class Scoreboard {

  private static final class Counts {
    private int ok;
    private int failed;
    private long nanos;
  }

  private final Map<String, Map<SoapVersion, Counts>> rows = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  synchronized void count(Story story, SoapVersion version, List<String> found) {
    String name = who(story) + story.operation();
    Counts counts =
        rows.computeIfAbsent(name, key -> new LinkedHashMap<>())
            .computeIfAbsent(version, key -> new Counts());
    if (found.isEmpty()) {
      counts.ok++;
    } else {
      counts.failed++;
    }
    counts.nanos += story.soap().map(Exchange::took).orElse(Duration.ZERO).toNanos();
    found.forEach(problem -> problems.add(version + ": " + problem));
  }

  private static String who(Story story) {
    if (story.saidByTheBridge()) {
      return "bridge says   ";
    }
    return story.fromCharger() ? "charger asks  " : "charger asked ";
  }

  /** Notes something that went wrong beside the stories. */
  synchronized void problem(String text) {
    problems.add(text);
  }

  synchronized boolean allWell() {
    return problems.isEmpty() && !rows.isEmpty();
  }

  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** The table: for each version ok, failed and the mean time of an exchange. */
  synchronized List<String> table(List<SoapVersion> versions) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-46s", "operation"));
    versions.forEach(
        version -> head.append(String.format(Locale.ROOT, "  %-20s", version + " ok/failed, ms")));
    lines.add(head.toString().stripTrailing());
    rows.forEach(
        (name, row) -> {
          StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-46s", name));
          versions.forEach(
              version ->
                  line.append(String.format(Locale.ROOT, "  %-20s", cell(row.get(version)))));
          lines.add(line.toString().stripTrailing());
        });
    return lines;
  }

  private static String cell(Counts counts) {
    if (counts == null) {
      return "–";
    }
    double mean = counts.nanos / 1e6 / (counts.ok + counts.failed);
    return String.format(Locale.ROOT, "%d/%d, %.0f", counts.ok, counts.failed, mean);
  }

  /** Number of stories that went well. */
  synchronized int total() {
    return rows.values().stream()
        .flatMap(row -> row.values().stream())
        .mapToInt(counts -> counts.ok)
        .sum();
  }
}
