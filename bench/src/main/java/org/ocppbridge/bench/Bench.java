package org.ocppbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.part.Findings;
import org.ocppbridge.bench.part.Scale;
import org.ocppbridge.bench.part.Whole;

/** Runs the parts of the measurement. */
public final class Bench {
  private Bench() {}

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(System.getProperty("bench.home", ".")).toAbsolutePath();
    Findings findings = new Findings(home.resolve("bench/results"), System.out);
    Scale scale = args.length > 0 && args[0].equals("short") ? Scale.SHORT : Scale.FULL;
    try (Lab lab = new Lab(home, home.resolve("bench/target/lab"))) {
      new Whole(lab, scale, findings).run();
    }
  }
}
