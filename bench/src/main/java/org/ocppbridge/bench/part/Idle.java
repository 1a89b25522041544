package org.ocppbridge.bench.part;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.Keys;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.lab.Measure;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;
import org.ocppbridge.bench.report.Spread;

/** Chargers that are connected and say nothing: what each costs, and how they come back. */
public final class Idle {
  private static final int FEW = 1_000;

  /** Of what the bridge with few chargers can answer. */
  private static final double SHARE = 0.25;

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int QUIET_SECONDS = 10;
  private static final double NO_WORSE = 1.2;

  private final Lab lab;
  private final Scale scale;
  private final Findings findings;
  private final Csv csv =
      new Csv(
          "chargers",
          "tls",
          "connect_seconds",
          "heap_kb_each",
          "rss_kb_each",
          "threads",
          "cores_idle",
          "reconnect_seconds");

  /** Starts nothing yet. */
  public Idle(Lab lab, Scale scale, Findings findings) {
    this.lab = lab;
    this.scale = scale;
    this.findings = findings;
  }

  /** Measures everything. */
  public void run() throws IOException {
    Server few = lab.bridge(FEW + " chargers", new BridgeSettings(lab.csms().port(), "ocpp1.6"));
    Server csms = lab.csms();
    Server many =
        lab.bridge(scale.idle() + " chargers", new BridgeSettings(csms.port(), "ocpp1.6"));
    Costs plain = costs(many, csms, scale.idle(), Optional.empty());
    findings.aim(Aim.atMost("heap of a connected charger, kB", 25, plain.heap()));
    findings.aim(Aim.atMost("resident memory of a connected charger, kB", 60, plain.rss()));
    served(few, many);
    lab.end(few);
    lab.end(many);
    Keys keys = Keys.make(lab.freshData());
    Server secure = lab.csms(Lab.freePort(), keys.store(), keys.password());
    Server wss =
        lab.bridge(
            "TLS", new BridgeSettings(secure.port(), "ocpp1.6", Optional.of(keys.certificate())));
    costs(wss, secure, scale.idleTls(), Optional.of(keys));
    lab.end(wss);
    findings.keep("idle", csv);
  }

  /** What one charger takes, in kB. */
  private record Costs(Spread heap, Spread rss) {}

  private Costs costs(Server bridge, Server csms, int chargers, Optional<Keys> keys)
      throws IOException {
    warm(bridge);
    double heap = bridge.heapBytes() / 1000.0;
    double rss = bridge.status("VmRSS");
    long start = System.nanoTime();
    lab.load().fleet(bridge.name(), bridge.port(), FleetPlan.CALLS.of(chargers).closing());
    lab.load().boot(bridge.name());
    await(csms, keys.isPresent(), chargers);
    double connected = seconds(start);
    double heapEach = (bridge.heapBytes() / 1000.0 - heap) / chargers;
    double rssEach = (bridge.status("VmRSS") - rss) / chargers;
    double before = bridge.processorSeconds();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(QUIET_SECONDS));
    double cores = (bridge.processorSeconds() - before) / QUIET_SECONDS;
    lab.end(csms);
    start = System.nanoTime();
    String[] arguments =
        keys.map(each -> new String[] {each.store(), each.password()}).orElse(new String[0]);
    Server again = lab.csms(csms.port(), arguments);
    await(again, keys.isPresent(), chargers);
    double back = seconds(start);
    long threads = bridge.status("Threads");
    csv.add(chargers, keys.isPresent(), connected, heapEach, rssEach, threads, cores, back);
    findings.tell(
        String.format(
            Locale.ROOT,
            "  %d chargers%s: connected in %.1f s, %.1f kB heap and %.1f kB RSS each, %d threads,"
                + " %.3f cores while idle, back %.1f s after a restart of the CSMS",
            chargers,
            keys.isPresent() ? " over TLS" : "",
            connected,
            heapEach,
            rssEach,
            threads,
            cores,
            back));
    return new Costs(Spread.of(List.of(heapEach)), Spread.of(List.of(rssEach)));
  }

  /** What the first chargers cost is not what the others cost. */
  private void warm(Server bridge) throws IOException {
    lab.load().fleet(bridge.name(), bridge.port(), FleetPlan.CALLS.of(64));
    lab.load().boot(bridge.name());
    lab.load().closed(bridge.name(), scale.seconds());
  }

  private void served(Server few, Server many) throws IOException {
    Contest contest = new Contest(lab.load(), scale, findings);
    double most =
        contest
            .closed("few chargers", FleetPlan.SESSIONS.of(FEW), List.of(few))
            .figure(few.name(), Measure::perSecond)
            .median();
    Rounds<Measure> rounds =
        contest.atRate(
            "few and many chargers at a steady rate",
            Map.of(few, FleetPlan.SESSIONS.of(FEW), many, FleetPlan.SESSIONS.of(scale.idle())),
            most * SHARE);
    findings.aim(
        Aim.atMost(
            scale.idle() + " chargers connected: p99 beside that of " + FEW,
            NO_WORSE,
            rounds.ratio(many.name(), few.name(), each -> each.answered().p99())));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void await(Server csms, boolean tls, int chargers) throws IOException {
    long end = System.nanoTime() + PATIENCE;
    while (connected(csms, tls) < chargers) {
      if (System.nanoTime() > end) {
        throw new IOException(connected(csms, tls) + " of " + chargers + " chargers connected");
      }
      LockSupport.parkNanos(LOOK);
    }
  }

  /** A CSMS with TLS tells it in clear at the next port. */
  private static int connected(Server csms, boolean tls) throws IOException {
    int port = csms.port() + (tls ? 1 : 0);
    try (InputStream in = URI.create("http://127.0.0.1:" + port + "/").toURL().openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(text.replaceAll("connected=(\\d+).*", "$1"));
    }
  }
}
