package org.ocppbridge.bench.part;

import java.io.IOException;
import java.util.List;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;
import org.ocppbridge.bench.report.Spread;

/**
 * From the start of the process to {@code ready}, with an empty store, and what the first requests
 * cost, while the JVM still compiles.
 */
public final class Start {
  private static final String PLAIN = "bridge, no cache";
  private static final String CACHED = "bridge, AOT cache";
  private static final String CXF = "CXF + WS-Addressing";

  /** Processor time of so many requests after the start is told. */
  private static final int FIRST_REQUESTS = 10_000;

  private static final double STEP_SECONDS = 0.5;

  private final Lab lab;
  private final Scale scale;
  private final Findings findings;
  private final Rounds<Begin> rounds = new Rounds<>();

  /**
   * One start.
   *
   * @param seconds until it was ready
   * @param processorSeconds of all its threads until then
   * @param requestMicros processor time of each of the first requests
   */
  private record Begin(double seconds, double processorSeconds, double requestMicros) {}

  /** Starts a server. */
  @FunctionalInterface
  private interface Starter {
    Server start() throws IOException;
  }

  /** Starts nothing yet. */
  public Start(Lab lab, Scale scale, Findings findings) {
    this.lab = lab;
    this.scale = scale;
    this.findings = findings;
  }

  /** Measures everything. */
  public void run() throws IOException {
    lab.warm();
    BridgeSettings settings = new BridgeSettings(lab.csms().port(), "ocpp1.6");
    for (int round = 0; round < scale.rounds(); round++) {
      measure(PLAIN, () -> lab.bridge(PLAIN, settings));
      measure(CACHED, () -> lab.cachedBridge(CACHED, settings));
      measure(CXF, () -> lab.program(CXF, "CxfServer", "addressing"));
    }
    tell();
    judge();
  }

  private void measure(String name, Starter starter) throws IOException {
    Server server = starter.start();
    double untilReady = server.processorSeconds();
    lab.load().fleet(name, server.port(), FleetPlan.SESSIONS);
    lab.load().boot(name);
    long requests = 0;
    while (requests < FIRST_REQUESTS) {
      requests += lab.load().closed(name, STEP_SECONDS).requests();
    }
    double spent = server.processorSeconds() - untilReady;
    lab.load().drop(name);
    lab.end(server);
    rounds.add(name, new Begin(server.startSeconds(), untilReady, spent * 1e6 / requests));
  }

  private void tell() throws IOException {
    Csv csv = new Csv("server", "seconds", "processor seconds", "microseconds a request");
    for (String name : rounds.names()) {
      findings.tell(
          "  %-20s ready after %s s, %s s of processor time; first %d requests: %s us each"
              .formatted(
                  name,
                  rounds.figure(name, Begin::seconds).text(2),
                  rounds.figure(name, Begin::processorSeconds).text(2),
                  FIRST_REQUESTS,
                  rounds.figure(name, Begin::requestMicros).text(0)));
      for (Begin each : rounds.of(name)) {
        csv.add(name, each.seconds(), each.processorSeconds(), each.requestMicros());
      }
    }
    for (String name : List.of(PLAIN, CACHED)) {
      Spread processor = rounds.ratio(name, CXF, Begin::processorSeconds);
      findings.tell("  " + name + ", processor time to ready beside CXF: " + processor.text(2));
    }
    findings.tell(
        "  first requests, with the cache beside without: "
            + rounds.ratio(CACHED, PLAIN, Begin::requestMicros).text(2));
    findings.keep("start", csv);
  }

  private void judge() {
    findings.aim(
        Aim.atMost(
            "start to ready with the AOT cache, s", 1, rounds.figure(CACHED, Begin::seconds)));
    findings.aim(
        Aim.atMost(
            "start to ready without it, beside a bare CXF server",
            1,
            rounds.ratio(PLAIN, CXF, Begin::seconds)));
  }
}
