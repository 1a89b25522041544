package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup} and {@code restore}; each gets its description where it is added. */
@Command
final class CopyCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<CopyOptions> program;

  @Mixin private final SettingsOptions settings = new SettingsOptions();

  @Parameters(paramLabel = "FILE", description = "The copy of the store.")
  private Path file;

  CopyCommand(Surroundings surroundings, Program<CopyOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    return program.run(
        new CopyOptions(settings.load(surroundings.environment()).config(), file), surroundings);
  }
}
