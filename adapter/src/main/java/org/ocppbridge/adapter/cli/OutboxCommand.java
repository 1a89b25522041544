package org.ocppbridge.adapter.cli;

import org.ocppbridge.adapter.cli.OutboxOptions.Action;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code outbox}: messages the CSMS refused for good. */
@Command(
    name = "outbox",
    description = "List dead letters, try one again, or throw one away.",
    footer = "Asks the bridge that runs on the data folder, else works on the folder itself.")
final class OutboxCommand implements Runnable {
  private final Surroundings surroundings;
  private final Program<OutboxOptions> program;

  OutboxCommand(Surroundings surroundings, Program<OutboxOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public void run() {
    throw new IllegalArgumentException("outbox: which? one of list, retry, drop");
  }

  @Command(name = "list", description = "List all dead letters, oldest first, one a line.")
  int list(@Mixin SettingsOptions settings) throws Exception {
    return act(settings, Action.LIST, "", 0);
  }

  @Command(name = "retry", description = "Put a dead letter at the end of its charger's outbox.")
  int retry(
      @Mixin SettingsOptions settings,
      @Parameters(paramLabel = "CHARGER", description = "The charger's identity.") String charger,
      @Parameters(paramLabel = "NUMBER", description = "As list shows it.") long number)
      throws Exception {
    return act(settings, Action.RETRY, charger, number);
  }

  @Command(name = "drop", description = "Throw a dead letter away.")
  int drop(
      @Mixin SettingsOptions settings,
      @Parameters(paramLabel = "CHARGER", description = "The charger's identity.") String charger,
      @Parameters(paramLabel = "NUMBER", description = "As list shows it.") long number)
      throws Exception {
    return act(settings, Action.DROP, charger, number);
  }

  private int act(SettingsOptions settings, Action action, String charger, long number)
      throws Exception {
    return program.run(
        new OutboxOptions(
            settings.load(surroundings.environment()).config(), action, charger, number),
        surroundings);
  }
}
