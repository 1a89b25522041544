package org.ocppbridge.adapter.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigException;
import org.ocppbridge.adapter.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: what would happen. */
@Command(
    name = "check",
    description = "Check the settings, connect to the targets, and say what run would do.",
    footer = "Ends with 0 if all is well, 2 for wrong settings, 1 if a target cannot be reached.")
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Option(names = "--offline", description = "Connect to nothing.")
  private boolean offline;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Path> file = settings.file(surroundings.environment());
    ConfigLoader.Loaded loaded;
    try {
      loaded = settings.load(surroundings.environment());
    } catch (ConfigException e) {
      e.problems().forEach(problem -> surroundings.err().println("bridge: " + problem));
      return Cli.WRONG;
    }
    PrintStream out = surroundings.out();
    out.println("settings: " + file.map(Path::toString).orElse("no file") + ": good");
    loaded.notes().forEach(note -> out.println("note: " + note));
    CheckReport.of(loaded.config()).forEach(out::println);
    return targets(loaded.config(), out) ? 0 : Cli.FAILED;
  }

  /** Whether all targets can be reached. */
  private boolean targets(BridgeConfig config, PrintStream out) {
    boolean all = true;
    for (var target : config.targets().entrySet()) {
      out.println("target " + target.getKey() + ": " + CheckReport.target(target.getValue()));
      if (!offline) {
        TargetProbe.Result result = TargetProbe.probe(target.getValue());
        result.lines().forEach(line -> out.println("  " + line));
        all &= result.reached();
      }
    }
    return all;
  }
}
