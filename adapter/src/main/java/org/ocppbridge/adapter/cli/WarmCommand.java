package org.ocppbridge.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code warm}: the bridge at work on this machine alone, for the JVM to learn from. */
@Command(
    name = "warm",
    description =
        "Make the cache that quickens the start; ./bridge run does so by itself when it first runs.",
    footer =
        "The launcher has the JVM record this (-XX:AOTCacheOutput): simulated chargers, the bridge"
            + " on a folder of its own, and a small CSMS, all on loopback, for some seconds.")
final class WarmCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<WarmOptions> program;

  @Option(
      names = "--sessions",
      hidden = true,
      description = "Charging sessions of each charger: ${DEFAULT-VALUE}.")
  private int sessions = 20;

  WarmCommand(Surroundings surroundings, Program<WarmOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    return program.run(new WarmOptions(sessions), surroundings);
  }
}
