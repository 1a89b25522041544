package org.ocppbridge.adapter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.demo.Terminal;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the whole thing on one machine. */
@Command(
    name = "demo",
    description =
        "Play a charging session through the bridge, with a small CSMS and simulated chargers.")
final class DemoCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<DemoOptions> program;

  @Option(
      names = "--charger",
      paramLabel = "VERSION",
      split = ",",
      description = "1.2, 1.5 or 1.6; all of them, one after the other, if not given.")
  private List<SoapVersion> chargers = List.of(SoapVersion.values());

  @Option(
      names = "--csms-protocol",
      paramLabel = "PROTOCOL",
      description = "What the CSMS speaks: ${DEFAULT-VALUE}.")
  private Target protocol = Target.OCPP16;

  @Option(
      names = "--once",
      description = "End after the session, with 0 if all went well; so it is when nobody watches.")
  private boolean once;

  @Option(names = "--full", description = "Print every SOAP envelope whole.")
  private boolean full;

  DemoCommand(Surroundings surroundings, Program<DemoOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    Terminal terminal = surroundings.terminal().get();
    boolean end = once || !terminal.interactive();
    return program.run(
        new DemoOptions(chargers, protocol, end, full, terminal.width(), terminal.colour()),
        surroundings);
  }
}
