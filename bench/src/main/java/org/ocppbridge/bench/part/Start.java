package org.ocppbridge.bench.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;

/** From the start of the process to {@code ready}, with an empty store. */
public final class Start {
  private static final String PLAIN = "bridge";
  private static final String CACHED = "bridge, AOT cache";
  private static final String CXF = "CXF";

  private final Lab lab;
  private final Scale scale;
  private final Findings findings;

  /** Starts nothing yet. */
  public Start(Lab lab, Scale scale, Findings findings) {
    this.lab = lab;
    this.scale = scale;
    this.findings = findings;
  }

  /** Measures everything. */
  public void run() throws IOException {
    Path cache = lab.freshData().resolve("bridge.aot");
    end(bridge("bridge, training", List.of("-XX:AOTCacheOutput=" + cache)));
    Rounds<Double> seconds = new Rounds<>();
    for (int round = 0; round < scale.rounds(); round++) {
      seconds.add(PLAIN, end(bridge(PLAIN, List.of())));
      seconds.add(CACHED, end(bridge(CACHED, List.of("-XX:AOTCache=" + cache))));
      seconds.add(CXF, end(lab.program(CXF, "CxfServer", "addressing")));
    }
    Csv csv = new Csv("server", "seconds");
    for (String name : seconds.names()) {
      findings.tell("  " + name + ": " + seconds.figure(name, each -> each).text(2) + " s");
      seconds.of(name).forEach(each -> csv.add(name, each));
    }
    findings.keep("start", csv);
    findings.aim(
        Aim.atMost(
            "start to ready with the AOT cache, s", 1, seconds.figure(CACHED, each -> each)));
    findings.aim(
        Aim.atMost(
            "start to ready without it, beside a bare CXF server",
            1,
            seconds.ratio(PLAIN, CXF, each -> each)));
  }

  private Server bridge(String name, List<String> options) throws IOException {
    return lab.bridge(name, new BridgeSettings(1, "ocpp1.6"), lab.freshData(), options);
  }

  private double end(Server server) throws IOException {
    lab.end(server);
    return server.startSeconds();
  }
}
