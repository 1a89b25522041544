package org.ocppbridge.bench.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Spread;
import org.ocppbridge.bench.store.StoreBench;

/** The store alone beside a plain file, 128 callers. */
public final class Durable {
  private static final String CALLERS = "128";
  private static final String STORE = "store, append";
  private static final double LEAST_RATIO = 1 / 3.0;

  private final Lab lab;
  private final Scale scale;
  private final Findings findings;

  /** Starts nothing yet. */
  public Durable(Lab lab, Scale scale, Findings findings) {
    this.lab = lab;
    this.scale = scale;
    this.findings = findings;
  }

  /** Measures everything. */
  public void run() throws IOException {
    Path folder = lab.freshData();
    System.setProperty("bench.results", folder.toString());
    String seconds = Integer.toString((int) Math.ceil(scale.seconds()));
    try {
      StoreBench.main(
          new String[] {
            CALLERS, Integer.toString(scale.rounds()), seconds, folder.resolve("work").toString()
          });
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    judge(read(folder));
  }

  private record Column(List<Double> perSecond, List<Double> ratio) {}

  private static Map<String, Column> read(Path folder) throws IOException {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      Path csv = files.filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
      for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
        String[] numbers = line.replaceAll(".*?,(\\d+,[\\d.]+,[\\d.]+,[\\d.]+)$", "$1").split(",");
        String name = line.replaceAll(",\\d+,[\\d.]+,[\\d.]+,[\\d.]+$", "");
        Column column =
            columns.computeIfAbsent(
                name, fresh -> new Column(new ArrayList<>(), new ArrayList<>()));
        column.perSecond().add(Double.valueOf(numbers[1]));
        column.ratio().add(Double.valueOf(numbers[3]));
      }
    }
    return columns;
  }

  private void judge(Map<String, Column> columns) throws IOException {
    Map<String, Spread> bars = new LinkedHashMap<>();
    columns.forEach(
        (name, column) -> {
          Spread spread = Spread.of(column.perSecond());
          bars.put(name, spread);
          findings.tell("  " + name + ": " + spread.text(0) + " messages/s");
        });
    findings.plot("store", "store and plain file: messages/s", bars);
    findings.aim(
        Aim.atLeast(
            "transaction messages/s kept, beside a plain file that shares its syncs",
            LEAST_RATIO,
            Spread.of(columns.get(STORE).ratio())));
  }
}
