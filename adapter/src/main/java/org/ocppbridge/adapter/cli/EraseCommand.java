package org.ocppbridge.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code erase}: a driver asks to be forgotten. */
@Command(
    name = "erase",
    description = "Take a driver's token (idTag) out of the ledger, dead letters and caches.",
    footer = {
      "Asks the bridge that runs on the data folder. What still waits for the CSMS is left as it is,",
      "and backups made before are not changed."
    })
final class EraseCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<EraseOptions> program;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(paramLabel = "TOKEN", description = "The token; letter case does not matter.")
  private String token;

  EraseCommand(Surroundings surroundings, Program<EraseOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    return program.run(
        new EraseOptions(settings.loadToAsk(surroundings.environment()).config(), token),
        surroundings);
  }
}
