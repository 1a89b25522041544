package org.ocppbridge.bench.part;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.bench.lab.Answered;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.LoadProcess;
import org.ocppbridge.bench.lab.Measure;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;
import org.ocppbridge.bench.report.Spread;

/** Some servers under the same load, in turn, several rounds. */
final class Contest {
  private static final double WARM_STEP_SECONDS = 5;

  /** Of a processor, at most, that the compiler of a warm server takes. */
  private static final double COMPILER_REST = 0.05;

  /** What has served another load before is warm that much sooner. */
  private static final double WARMED_BEFORE = 5;

  /** A rare latency needs more requests than a rate does. */
  private static final int RATE_LENGTH = 2;

  private final LoadProcess load;
  private final Scale scale;
  private final Findings findings;
  private final Set<Server> warmed = new HashSet<>();

  Contest(LoadProcess load, Scale scale, Findings findings) {
    this.load = load;
    this.scale = scale;
    this.findings = findings;
  }

  /** As many requests a second as each of them answers, the same fleet for all. */
  Rounds<Measure> closed(String title, FleetPlan plan, List<Server> servers) throws IOException {
    return closed(title, same(plan, servers));
  }

  /** As many requests a second as each of them answers. */
  Rounds<Measure> closed(String title, Map<Server, FleetPlan> plans) throws IOException {
    return play(title, plans, server -> load.closed(server.name(), scale.seconds()));
  }

  /** The same requests a second for each of them. */
  Rounds<Measure> atRate(String title, Map<Server, FleetPlan> plans, double perSecond)
      throws IOException {
    return play(
        title,
        plans,
        server -> load.atRate(server.name(), perSecond, scale.seconds() * RATE_LENGTH));
  }

  /** The same fleet for each. */
  static Map<Server, FleetPlan> same(FleetPlan plan, List<Server> servers) {
    Map<Server, FleetPlan> plans = new LinkedHashMap<>();
    servers.forEach(server -> plans.put(server, plan));
    return plans;
  }

  /** A load on one server. */
  @FunctionalInterface
  private interface Turn {
    Answered load(Server server) throws IOException;
  }

  private Rounds<Measure> play(String title, Map<Server, FleetPlan> plans, Turn turn)
      throws IOException {
    for (Map.Entry<Server, FleetPlan> each : plans.entrySet()) {
      Server server = each.getKey();
      load.fleet(server.name(), server.port(), each.getValue());
      load.boot(server.name());
      warm(server);
    }
    Rounds<Measure> rounds = new Rounds<>();
    for (int round = 0; round < scale.rounds(); round++) {
      for (Server server : plans.keySet()) {
        rounds.add(server.name(), Measure.of(server, () -> turn.load(server)));
      }
    }
    for (Server server : plans.keySet()) {
      load.drop(server.name());
    }
    tell(title, rounds);
    return rounds;
  }

  /**
   * Until the compiler has little left to do, for it takes from the others then; another load on
   * the same server needs little more.
   */
  private void warm(Server server) throws IOException {
    double seconds = scale.warmSeconds() / (warmed.add(server) ? 1 : WARMED_BEFORE);
    double step = Math.min(seconds, WARM_STEP_SECONDS);
    long end = System.nanoTime() + (long) (seconds * 1e9);
    boolean isBusy = true;
    while (isBusy && System.nanoTime() < end) {
      double compiler = server.compilerSeconds();
      Answered _ = load.closed(server.name(), step);
      isBusy = server.compilerSeconds() - compiler > step * COMPILER_REST;
    }
  }

  private void tell(String title, Rounds<Measure> rounds) throws IOException {
    findings.tell(title);
    Csv csv =
        new Csv(
            "server",
            "round",
            "per_second",
            "p50_us",
            "p99_us",
            "p999_us",
            "max_us",
            "processor_us",
            "compiler_us",
            "allocated_bytes",
            "cores",
            "errors");
    for (String name : rounds.names()) {
      int round = 1;
      for (Measure each : rounds.of(name)) {
        csv.add(
            name,
            round++,
            each.perSecond(),
            each.answered().p50(),
            each.answered().p99(),
            each.answered().p999(),
            each.answered().max(),
            each.processorMicros(),
            each.compilerMicros(),
            each.allocatedBytes(),
            each.cores(),
            each.answered().errors());
      }
      findings.tell(line(name, rounds));
    }
    findings.keep(title, csv);
    Map<String, Spread> bars = new LinkedHashMap<>();
    rounds.names().forEach(name -> bars.put(name, rounds.figure(name, Measure::perSecond)));
    findings.plot(title, title + ": requests/s", bars);
  }

  private static String line(String name, Rounds<Measure> rounds) {
    return String.format(
        Locale.ROOT,
        "  %-28s %7.0f/s %6.0f us cpu (%3.0f compiling) %6.1f kB %5.2f cores  p50 %6.2f p99 %7.2f p99.9 %7.2f ms",
        name,
        rounds.figure(name, Measure::perSecond).median(),
        rounds.figure(name, Measure::processorMicros).median(),
        rounds.figure(name, Measure::compilerMicros).median(),
        rounds.figure(name, Measure::allocatedBytes).median() / 1000,
        rounds.figure(name, Measure::cores).median(),
        rounds.figure(name, each -> each.answered().p50()).median() / 1000,
        rounds.figure(name, each -> each.answered().p99()).median() / 1000,
        rounds.figure(name, each -> each.answered().p999()).median() / 1000);
  }
}
