package org.ocppbridge.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reload}: other settings without a restart. */
@Command(
    name = "reload",
    description =
        "Have the running bridge read its settings again: routes, chargers, credentials, limits.",
    footer =
        "All of them or none. Chargers that the change does not touch keep their links; one whose CSMS changes finishes its transactions first.")
final class ReloadCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<ReloadOptions> program;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(
      names = "--now",
      description = "Chargers leave their CSMS at once, with transactions unfinished there.")
  private boolean now;

  ReloadCommand(Surroundings surroundings, Program<ReloadOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    return program.run(
        new ReloadOptions(settings.load(surroundings.environment()).config(), now), surroundings);
  }
}
