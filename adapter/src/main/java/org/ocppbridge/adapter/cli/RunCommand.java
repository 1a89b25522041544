package org.ocppbridge.adapter.cli;

import java.lang.management.ManagementFactory;
import java.util.List;
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

  /**
   * Takes arguments that need no parser; see {@link SettingsOptions#takes}.
   *
   * @return whether they are such
   */
  boolean takes(List<String> arguments) {
    return settings.takes(arguments);
  }

  @Override
  public Integer call() throws Exception {
    // XNIO registers with it when it starts, and waits a tenth of a second if it is not there yet.
    Thread.ofPlatform()
        .daemon()
        .name("management")
        .start(ManagementFactory::getPlatformMBeanServer);
    ConfigLoader.Loaded loaded = settings.load(surroundings.environment());
    Logging.format(loaded.config().log());
    return program.run(loaded, surroundings);
  }
}
