package org.ocppbridge.adapter.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ocppbridge.adapter.samplecsms.SampleCsms;
import org.ocppbridge.adapter.simulate.ChargerSimulator;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.adapter.simulate.SimulatedCharger;
import org.ocppbridge.mappings.SoapVersion;

/**
 * The whole thing on one machine: sample CSMS, bridge and simulated chargers over real sockets,
 * every exchange printed and judged.
 */
public final class Demo {

  /** Time between two small sessions once the demo is through and people look around. */
  static final Duration ENCORE = Duration.ofSeconds(60);

  private static final String LOOPBACK = "127.0.0.1";

  private final DemoOptions options;
  private final BridgeUnderDemo.Factory factory;
  private final Clock clock = Clock.systemUTC();
  private final Printer printer;
  private final Wording wording;
  private final Scoreboard scoreboard = new Scoreboard();
  private final Map<String, SoapVersion> versions = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<ChargerSimulator> simulators = new ArrayList<>();

  /**
   * A demo.
   *
   * @param factory starts the bridge to play through
   * @param out where to print
   */
  public Demo(DemoOptions options, BridgeUnderDemo.Factory factory, PrintStream out) {
    this.options = options;
    this.factory = factory;
    this.wording = Wording.of(options.protocol());
    this.printer = new Printer(out, options, wording);
  }

  /**
   * Plays it; unless it is to be played once, goes on until {@link #stop}.
   *
   * @return whether everything succeeded
   * @throws Exception if the bridge cannot be started
   */
  public boolean play() throws Exception {
    Pairing pairing = new Pairing(wording, this::told);
    try (SampleCsms csms = SampleCsms.start(LOOPBACK, 0, pairing);
        BridgeUnderDemo bridge = factory.start(csms.url(), options.protocol())) {
      printer.line("CSMS     " + csms.url() + "  (" + options.protocol() + ")", Ink.PLAIN);
      printer.line("bridge   " + bridge.soapUrl() + "  (SOAP)", Ink.PLAIN);
      printer.line("console  " + bridge.console() + "  token " + bridge.consoleToken(), Ink.PLAIN);
      List<SimulatedCharger> chargers = new ArrayList<>();
      for (SoapVersion version : options.chargers()) {
        chargers.add(play(version, csms, bridge, pairing));
      }
      csms.irregularities().forEach(text -> scoreboard.problem("CSMS: " + text));
      conclude(bridge);
      if (!options.once()) {
        encore(chargers, pairing);
      }
      return scoreboard.allWell();
    } finally {
      simulators.forEach(ChargerSimulator::close);
    }
  }

  private void told(Story story) {
    SoapVersion version = versions.get(story.charger());
    List<String> problems = wording.judge(story, version);
    scoreboard.count(story, version, problems);
    printer.story(story, problems);
  }

  private SimulatedCharger play(
      SoapVersion version, SampleCsms csms, BridgeUnderDemo bridge, Pairing pairing)
      throws InterruptedException {
    String id = "DEMO-" + version.label().replace(".", "");
    versions.put(id, version);
    ChargerSimulator simulator =
        ChargerSimulator.open(SimulateOptions.of(version, id, bridge.soapUrl()), pairing);
    simulators.add(simulator);
    SimulatedCharger charger = simulator.chargers().getFirst();
    printer.heading(
        "OCPP "
            + version
            + " over SOAP: the charger "
            + id
            + " at "
            + simulator.address(1)
            + " speaks");
    new ChargerPart(charger, pairing, scoreboard).play();
    printer.heading("OCPP " + version + " over SOAP: the CSMS asks " + id);
    new CsmsPart(id, csms, pairing, wording, scoreboard).play(version, clock.instant());
    return charger;
  }

  private void conclude(BridgeUnderDemo bridge) {
    printer.heading("Summary");
    scoreboard.table(options.chargers()).forEach(line -> printer.line(line, Ink.PLAIN));
    scoreboard.problems().forEach(problem -> printer.line("✗ " + problem, Ink.BAD));
    if (scoreboard.allWell()) {
      printer.line(
          "All " + scoreboard.total() + " exchanges succeeded, and both ends agree on every value.",
          Ink.GOOD);
    } else {
      printer.line(scoreboard.problems().size() + " problems; see above.", Ink.BAD);
    }
    printer.line("console  " + bridge.console() + "  token " + bridge.consoleToken(), Ink.PLAIN);
  }

  /** Small sessions now and then, so that there is something to look at. */
  private void encore(List<SimulatedCharger> chargers, Pairing pairing)
      throws InterruptedException {
    printer.line(
        "A session every " + ENCORE.toSeconds() + " s from here on; Ctrl-C ends it.", Ink.TITLE);
    for (int turn = 0; !stopped.await(ENCORE.toSeconds(), TimeUnit.SECONDS); turn++) {
      new ChargerPart(chargers.get(turn % chargers.size()), pairing, scoreboard).session();
    }
  }

  /** Ends a demo that goes on after its session. */
  public void stop() {
    stopped.countDown();
  }
}
