package org.ocppbridge.adapter.program;

import java.io.PrintStream;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.simulate.ChargerSimulator;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.adapter.simulate.Summary;

/** {@code simulate}: simulated chargers, and at the end how it went. */
public final class SimulateProgram implements Program<SimulateOptions> {
  private static final int PROBLEMS_SHOWN = 10;

  @Override
  public int run(SimulateOptions options, Surroundings surroundings) {
    try (ChargerSimulator simulator = ChargerSimulator.open(options, exchange -> {})) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(simulator::stop));
      Summary summary = simulator.run();
      print(summary, surroundings.out());
      return summary.allWell() ? 0 : 1;
    }
  }

  private static void print(Summary summary, PrintStream out) {
    out.printf("%-32s %8s %8s %10s %10s%n", "operation", "ok", "failed", "mean ms", "longest");
    for (Summary.Line line : summary.lines()) {
      out.printf(
          "%-32s %8d %8d %10d %10d%n",
          line.operation(),
          line.ok(),
          line.failed(),
          line.mean().toMillis(),
          line.longest().toMillis());
    }
    out.printf("repeated %d, problems %d%n", summary.repeats(), summary.failures());
    summary.problems().stream()
        .limit(PROBLEMS_SHOWN)
        .forEach(problem -> out.println("! " + problem));
  }
}
