package org.ocppbridge.adapter.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trace}: what goes over the wires, as it happens. */
@Command(
    name = "trace",
    description = "Follow the exchanges of the running bridge, SOAP beside JSON.",
    footer = "Asks the bridge that runs on the data folder; its ledger must be on.")
final class TraceCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<TraceOptions> program;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(names = "--charger", paramLabel = "ID", description = "Of this charger alone.")
  private String charger;

  @Option(
      names = {"--operation", "--op"},
      paramLabel = "NAME",
      description = "Of this operation alone, by its SOAP or JSON name.")
  private String operation;

  @Option(
      names = "--outcome",
      paramLabel = "WORD",
      description = "With this end alone: answered, stored, alone, error, fault, timeout…")
  private String outcome;

  @Option(names = "--json", description = "Print each exchange as JSON, one a line.")
  private boolean json;

  @Option(names = "--full", description = "Print envelopes and long lists whole.")
  private boolean full;

  @Option(names = "--count", paramLabel = "N", description = "End after so many.")
  private int count;

  TraceCommand(Surroundings surroundings, Program<TraceOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    if (count < 0) {
      throw new IllegalArgumentException("--count must not be negative");
    }
    return program.run(
        new TraceOptions(
            settings.loadToAsk(surroundings.environment()).config(),
            Optional.ofNullable(charger),
            Optional.ofNullable(operation),
            Optional.ofNullable(outcome),
            json,
            full,
            count),
        surroundings);
  }
}
