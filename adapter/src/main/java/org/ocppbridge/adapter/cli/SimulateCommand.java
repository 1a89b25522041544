package org.ocppbridge.adapter.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.ocppbridge.adapter.simulate.Scenario;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.mappings.SoapVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate}: SOAP chargers. */
@Command(
    name = "simulate",
    description = "Be one SOAP charger, or many.",
    showDefaultValues = true,
    sortOptions = false)
final class SimulateCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Program<SimulateOptions> program;

  @Option(names = "--version", paramLabel = "VERSION", description = "1.2, 1.5 or 1.6.")
  private SoapVersion version = SoapVersion.V16;

  @Option(names = "--id", description = "Identity; {n} stands for the number of the charger.")
  private String id;

  @Option(names = "--url", description = "Where the central system serves SOAP.")
  private URI url = URI.create("http://127.0.0.1:8080/ocpp");

  @Option(names = "--count", description = "Number of chargers.")
  private int count = 1;

  @Option(names = "--connectors", description = "Connectors of each charger.")
  private int connectors = 2;

  @Option(names = "--listen-host", description = "Address the chargers are reached at.")
  private String listenHost = "127.0.0.1";

  @Option(names = "--listen-port", description = "Port the chargers are reached at; 0: a free one.")
  private int listenPort;

  @Option(names = "--scenario", description = "session, all, idle or quirks.")
  private Scenario scenario = Scenario.SESSION;

  @Option(names = "--sessions", description = "Charging sessions of each charger.")
  private int sessions = 1;

  @Option(
      names = "--meter-interval",
      description = "Time between two MeterValues.",
      defaultValue = "60s")
  private Duration meterInterval;

  @Option(names = "--meter-readings", description = "MeterValues of a session.")
  private int meterReadings = 3;

  @Option(
      names = "--heartbeat",
      description = "Time between heartbeats; 0: as the CSMS says.",
      defaultValue = "0s")
  private Duration heartbeat;

  @Option(names = "--speed", description = "60 makes a minute a second.")
  private double speed = 1;

  @Option(names = "--seed", description = "Makes values and ids the same each time.")
  private long seed = 1;

  @Option(
      names = "--duration",
      description = "End after this time; 0: when the scenario is over.",
      defaultValue = "0s")
  private Duration duration;

  @Option(names = "--keep-alive", description = "One HTTP connection per charger, not per message.")
  private boolean keepAlive;

  @Option(names = "--start-rate", description = "Chargers started per second.")
  private int startRate = 200;

  @Option(
      names = "--attempts",
      description = "Tries of a boot or transaction message; chargers that stay boot without end.")
  private int attempts = 5;

  @Option(
      names = "--retry-interval",
      description = "Time before such a message is repeated, for boots the longest.",
      defaultValue = "60s")
  private Duration retryInterval;

  @Option(
      names = "--call-timeout",
      description = "Longest wait for an answer.",
      defaultValue = "60s")
  private Duration callTimeout;

  @Option(names = "--id-tag", split = ",", description = "Tags of the sessions, taken in turn.")
  private List<String> idTags = List.of("TAG-1");

  SimulateCommand(Surroundings surroundings, Program<SimulateOptions> program) {
    this.surroundings = surroundings;
    this.program = program;
  }

  @Override
  public Integer call() throws Exception {
    return program.run(options(), surroundings);
  }

  private SimulateOptions options() {
    String identity = id != null ? id : count == 1 ? "SIM-1" : "SIM-{n}";
    return new SimulateOptions(
        version,
        identity,
        url,
        count,
        connectors,
        listenHost,
        listenPort,
        scenario,
        sessions,
        meterInterval,
        meterReadings,
        heartbeat,
        speed,
        seed,
        duration,
        keepAlive,
        startRate,
        attempts,
        retryInterval,
        callTimeout,
        idTags);
  }
}
