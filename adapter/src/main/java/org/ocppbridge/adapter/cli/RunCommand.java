package org.ocppbridge.adapter.cli;

import java.util.concurrent.Callable;
import org.ocppbridge.adapter.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the bridge. */
@Command(
    name = "run",
    description = "Serve chargers and connect them to their CSMS until SIGTERM.",
    footer =
        "Chargers that are not listed are refused unless autoRegister is set (--auto-register).")
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<ConfigLoader.Loaded> program;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  RunCommand(Surroundings surroundings, Program<ConfigLoader.Loaded> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    ConfigLoader.Loaded loaded = settings.load(surroundings.environment());
    Logging.format(loaded.config().log());
    return program.run(loaded, surroundings);
  }
}
