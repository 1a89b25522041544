package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: one message, offline. */
@Command(
    name = "convert",
    description = "Convert a SOAP envelope or a JSON CALL into what goes to the other side.")
final class ConvertCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Surroundings surroundings;
  private final Program<ConvertOptions> program;

  @Option(
      names = "--charger",
      required = true,
      paramLabel = "VERSION",
      description = "What the charger speaks: 1.2, 1.5 or 1.6.")
  private SoapVersion charger;

  @Option(
      names = "--csms",
      required = true,
      paramLabel = "PROTOCOL",
      description = "What the CSMS speaks: ocpp1.6 or ocpp2.0.1.")
  private Target csms;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "The time of the conversion, 2026-01-31T12:00:00Z; else the clock's.")
  private Instant now;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "Makes ids the same each time.")
  private Long seed;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The message; - or nothing: standard input.")
  private Path file = STANDARD_INPUT;

  ConvertCommand(Surroundings surroundings, Program<ConvertOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Path> input = Optional.of(file).filter(path -> !path.equals(STANDARD_INPUT));
    ConvertOptions options =
        new ConvertOptions(
            charger, csms, input, Optional.ofNullable(now), Optional.ofNullable(seed));
    return program.run(options, surroundings);
  }
}
