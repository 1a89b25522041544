package org.ocppbridge.adapter.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.cli.WarmOptions;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.demo.Demo;
import org.ocppbridge.adapter.demo.DemoOptions;
import org.ocppbridge.adapter.samplecsms.Frames;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.simulate.ChargerSimulator;
import org.ocppbridge.adapter.simulate.Scenario;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.adapter.simulate.Summary;
import org.ocppbridge.adapter.soap.in.SoapSettings;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Target;

/**
 * {@code warm}: starts the bridge as {@code run} does, on a folder of its own, and has it do what
 * it does all day, so that a JVM that records it (JEP 514) knows which classes to load and which
 * methods to compile first (JEP 515): first all exchanges that the demo plays, then sessions of
 * many chargers.
 */
public final class WarmProgram implements Program<WarmOptions> {
  private static final String LOOPBACK = "127.0.0.1";

  /** For each version and target. */
  private static final int CHARGERS = 4;

  private static final int METER_VALUES = 8;
  private static final Duration METER_INTERVAL = Duration.ofSeconds(60);

  /** An interval of a minute takes ten milliseconds. */
  private static final double SPEED = 6_000;

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private final RunProgram program;

  /**
   * Warms up bridges that are started so.
   *
   * @param start makes the bridge
   */
  public WarmProgram(RunningBridge.Start start) {
    this.program = new RunProgram(start);
  }

  @Override
  public int run(WarmOptions options, Surroundings surroundings) throws Exception {
    Path folder = Files.createTempDirectory("ocpp-bridge-warm");
    List<Summary> played = new ArrayList<>();
    try {
      for (Target target : Target.values()) {
        Path data = folder.resolve(target.subprotocol());
        demo(target, data.resolve("demo"));
        played.addAll(sessions(target, data.resolve("sessions"), options.sessions()));
      }
    } finally {
      DemoProgram.delete(folder);
    }
    print(played, surroundings.out());
    return played.stream().allMatch(Summary::allWell) ? 0 : 1;
  }

  private static void print(List<Summary> played, PrintStream out) {
    long exchanges =
        played.stream().flatMap(each -> each.lines().stream()).mapToLong(Summary.Line::ok).sum();
    long failures = played.stream().mapToLong(Summary::failures).sum();
    out.println("warm: " + exchanges + " exchanges in sessions, " + failures + " problems");
    played.forEach(each -> each.problems().forEach(out::println));
  }

  /** All operations both ways, with nobody reading what it prints. */
  private void demo(Target target, Path data) throws Exception {
    PrintStream nobody =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    DemoOptions options =
        new DemoOptions(
            List.of(SoapVersion.values()), target, true, false, DemoOptions.WIDTH_MIN, false);
    new Demo(
            options,
            (csms, protocol) -> new DemoProgram.Played(start(csms, protocol, data)),
            nobody)
        .play();
  }

  /** What chargers say all day, of all versions at once. */
  private List<Summary> sessions(Target target, Path data, int sessions) {
    try (SampleCsms csms = SampleCsms.start(LOOPBACK, 0, Frames.IGNORED);
        RunningBridge bridge = start(csms.url(), target, data)) {
      URI soap = URI.create(RunProgram.url(bridge.soapAddress()) + SoapSettings.PATH);
      return Arrays.stream(SoapVersion.values())
          .map(version -> chargers(version, soap, sessions))
          .map(
              options ->
                  CompletableFuture.supplyAsync(() -> play(options), Thread::startVirtualThread))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static SimulateOptions chargers(SoapVersion version, URI soap, int sessions) {
    return SimulateOptions.of(version, "WARM-" + version.label() + "-{n}", soap)
        .withSession(2, sessions, METER_INTERVAL, METER_VALUES, List.of("TAG-1", "TAG-2"))
        .withScenario(Scenario.SESSION, CHARGERS)
        .withPace(SPEED, Duration.ZERO, Duration.ZERO)
        .withSending(true, 2, METER_INTERVAL, CALL_TIMEOUT);
  }

  private static Summary play(SimulateOptions options) {
    try (ChargerSimulator simulator = ChargerSimulator.open(options, exchange -> {})) {
      return simulator.run();
    }
  }

  /** As {@code run} starts it: with the durable store, and settings out of a file. */
  private RunningBridge start(URI csms, Target protocol, Path data) {
    Path file = data.resolveSibling(data.getFileName() + ".yaml");
    String settings =
        """
        soap: {host: 127.0.0.1, port: 0, rate: {perCharger: off}}
        admin: {port: 0}
        data: '%s'
        autoRegister: true
        targets:
          main: {url: '%s', protocol: %s}
        routes:
          - {chargers: '*', target: main}
        """
            .formatted(data, csms, protocol.subprotocol());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the settings cannot be written", e);
    }
    return program.start(ConfigLoader.load(Optional.of(file), Map.of(), List.of()));
  }
}
