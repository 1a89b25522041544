package org.ocppbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.part.Durable;
import org.ocppbridge.bench.part.Findings;
import org.ocppbridge.bench.part.Growth;
import org.ocppbridge.bench.part.Idle;
import org.ocppbridge.bench.part.Pure;
import org.ocppbridge.bench.part.Scale;
import org.ocppbridge.bench.part.Start;
import org.ocppbridge.bench.part.Whole;
import org.ocppbridge.bench.report.Aims;
import org.ocppbridge.bench.report.Document;
import org.ocppbridge.bench.report.Machine;

/** Runs the parts of the measurement, tells the table of aims, and renews the document. */
public final class Bench {
  private static final String SHORT = "short";

  /** One thing that can be measured. */
  @FunctionalInterface
  private interface Part {
    void run(Lab lab, Scale scale, Findings findings) throws IOException;
  }

  private static final Map<String, Part> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("whole", (lab, scale, findings) -> new Whole(lab, scale, findings).run());
    PARTS.put("start", (lab, scale, findings) -> new Start(lab, scale, findings).run());
    PARTS.put("durable", (lab, scale, findings) -> new Durable(lab, scale, findings).run());
    PARTS.put("growth", (lab, scale, findings) -> new Growth(lab, scale, findings).run());
    PARTS.put("idle", (lab, scale, findings) -> new Idle(lab, scale, findings).run());
    PARTS.put("pure", (lab, scale, findings) -> new Pure(scale, findings).run());
  }

  private Bench() {}

  /**
   * Runs it.
   *
   * @param args the word short, and the parts; without parts all of them
   */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(System.getProperty("bench.home", ".")).toAbsolutePath();
    List<String> parts = new ArrayList<>(Arrays.asList(args));
    boolean quick = parts.remove(SHORT);
    if (parts.isEmpty()) {
      parts.addAll(PARTS.keySet());
    }
    if (!PARTS.keySet().containsAll(parts)) {
      System.err.println("parts are " + String.join(", ", PARTS.keySet()));
      System.exit(2);
    }
    run(home, parts, quick);
  }

  /** A short run leaves the document, and what it is made from, as they are. */
  private static void run(Path home, List<String> parts, boolean quick) throws IOException {
    Path kept = home.resolve(quick ? "bench/target/short" : "bench/results");
    Path plots = quick ? kept : home.resolve("docs/performance");
    Document document =
        new Document(quick ? kept.resolve("short.md") : home.resolve("docs/performance.md"));
    Findings findings = new Findings(kept, plots, System.out);
    for (String part : parts) {
      double before = Machine.load();
      findings.tell(Machine.text());
      try (Lab lab = new Lab(home, home.resolve("bench/target/lab"))) {
        PARTS.get(part).run(lab, quick ? Scale.SHORT : Scale.FULL, findings);
      }
      findings.tell(
          String.format(
              Locale.ROOT, "load average %.1f before, %.1f after", before, Machine.load()));
      document.replace(part, findings.takeMarkdown());
    }
    System.out.println();
    System.out.println(Aims.text(findings.aims()));
    if (parts.size() == PARTS.size()) {
      document.replace("aims", Aims.markdown(findings.aims()));
    }
  }
}
