package org.ocppbridge.bench.part;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.LoadProcess;
import org.ocppbridge.bench.lab.Measure;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;

/** Some servers under the same load, in turn, several rounds. */
final class Contest {
  private static final double WARM_STEP_SECONDS = 0.5;

  private final LoadProcess load;
  private final Scale scale;
  private final Findings findings;

  Contest(LoadProcess load, Scale scale, Findings findings) {
    this.load = load;
    this.scale = scale;
    this.findings = findings;
  }

  /** As many requests a second as each of them answers. */
  Rounds<Measure> closed(String title, FleetPlan plan, List<Server> servers) throws IOException {
    prepare(plan, servers);
    Rounds<Measure> rounds = new Rounds<>();
    for (int round = 0; round < scale.rounds(); round++) {
      for (Server server : servers) {
        rounds.add(
            server.name(), Measure.of(server, () -> load.closed(server.name(), scale.seconds())));
      }
    }
    end(title, servers, rounds);
    return rounds;
  }

  /** The same requests a second for each of them. */
  Rounds<Measure> atRate(String title, FleetPlan plan, List<Server> servers, double perSecond)
      throws IOException {
    prepare(plan, servers);
    Rounds<Measure> rounds = new Rounds<>();
    for (int round = 0; round < scale.rounds(); round++) {
      for (Server server : servers) {
        rounds.add(
            server.name(),
            Measure.of(server, () -> load.atRate(server.name(), perSecond, scale.seconds() * 2)));
      }
    }
    end(title, servers, rounds);
    return rounds;
  }

  private void prepare(FleetPlan plan, List<Server> servers) throws IOException {
    for (Server server : servers) {
      load.fleet(server.name(), server.port(), plan);
      load.boot(server.name());
      warm(server);
    }
  }

  private void warm(Server server) throws IOException {
    long end = System.nanoTime() + (long) (scale.warmSeconds() * 1e9);
    for (long done = 0; done < scale.warmRequests() && System.nanoTime() < end; ) {
      done += load.closed(server.name(), WARM_STEP_SECONDS).requests();
    }
  }

  private void end(String title, List<Server> servers, Rounds<Measure> rounds) throws IOException {
    for (Server server : servers) {
      load.drop(server.name());
    }
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
            each.allocatedBytes(),
            each.cores(),
            each.answered().errors());
      }
      findings.tell(line(name, rounds));
    }
    findings.keep(title.replace(' ', '-'), csv);
  }

  private static String line(String name, Rounds<Measure> rounds) {
    return String.format(
        Locale.ROOT,
        "  %-28s %7.0f/s %6.0f us cpu %6.1f kB %5.2f cores  p50 %6.2f p99 %7.2f p99.9 %7.2f ms",
        name,
        rounds.figure(name, Measure::perSecond).median(),
        rounds.figure(name, Measure::processorMicros).median(),
        rounds.figure(name, Measure::allocatedBytes).median() / 1000,
        rounds.figure(name, Measure::cores).median(),
        rounds.figure(name, each -> each.answered().p50()).median() / 1000,
        rounds.figure(name, each -> each.answered().p99()).median() / 1000,
        rounds.figure(name, each -> each.answered().p999()).median() / 1000);
  }
}
