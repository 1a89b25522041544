package org.ocppbridge.bench.part;

import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.ocppbridge.bench.pure.PurePath;
import org.ocppbridge.bench.report.Csv;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The pure path of each operation and version, by JMH with its look at allocation. */
public final class Pure {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final Scale scale;
  private final Findings findings;

  /** Starts nothing yet. */
  public Pure(Scale scale, Findings findings) {
    this.scale = scale;
    this.findings = findings;
  }

  /** Measures everything. */
  public void run() throws IOException {
    TimeValue each = TimeValue.milliseconds(scale.pureMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(PurePath.class.getName() + (scale.pureAll() ? "" : ".thereAndBack"))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(each)
            .measurementIterations(3)
            .measurementTime(each);
    if (!scale.pureAll()) {
      options.param("version", "1.6").param("target", "1.6J");
    }
    try {
      keep(new Runner(options.build()).run());
    } catch (RunnerException e) {
      throw new IOException(e);
    }
  }

  private void keep(Collection<RunResult> results) throws IOException {
    Csv csv =
        new Csv("way", "version", "target", "operation", "micros", "error", "allocated_bytes");
    for (RunResult result : results) {
      BenchmarkParams of = result.getParams();
      String way = of.getBenchmark().replaceAll(".*\\.", "");
      double micros = result.getPrimaryResult().getScore();
      double bytes = result.getSecondaryResults().get(ALLOCATION).getScore();
      String operation = of.getParam("operation");
      csv.add(
          way,
          of.getParam("version"),
          of.getParam("target"),
          operation,
          micros,
          result.getPrimaryResult().getScoreError(),
          bytes);
      findings.tell(
          String.format(
              Locale.ROOT,
              "  %-14s %s to %-6s %-20s %7.1f us %8.1f kB",
              way,
              of.getParam("version"),
              of.getParam("target"),
              operation,
              micros,
              bytes / 1000));
    }
    findings.keep("pure", csv);
  }
}
