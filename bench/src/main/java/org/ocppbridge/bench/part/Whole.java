package org.ocppbridge.bench.part;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.lab.Measure;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Rounds;

/** The whole bridge beside what a user would pick instead. */
public final class Whole {
  private static final double LONGEST_PAUSE_MS = 50;

  private final Findings findings;
  private final Contest contest;
  private final Server bridge;
  private final Server bridge201;
  private final Server memory;
  private final Server addressing;
  private final Server cxf;
  private final Server plain;
  private final Server bare;

  /** Starts all servers. */
  public Whole(Lab lab, Scale scale, Findings findings) throws IOException {
    this.findings = findings;
    this.contest = new Contest(lab.load(), scale, findings);
    int csms = lab.csms().port();
    bridge = lab.bridge("bridge to 1.6J", new BridgeSettings(csms, "ocpp1.6"));
    bridge201 = lab.bridge("bridge to 2.0.1", new BridgeSettings(csms, "ocpp2.0.1"));
    memory = lab.memoryBridge("bridge, store in memory", new BridgeSettings(csms, "ocpp1.6"));
    addressing = lab.program("CXF + WS-Addressing", "CxfServer", "addressing");
    cxf = lab.program("CXF", "CxfServer");
    plain = lab.program("plain bridge", "PlainBridge", "ws://127.0.0.1:" + csms + "/ocpp");
    bare = lab.program("Undertow", "BareServer");
  }

  /** Measures everything. */
  public void run() throws IOException {
    Rounds<Measure> mixed =
        contest.closed(
            "mixed load",
            FleetPlan.SESSIONS,
            List.of(bridge, addressing, bridge201, memory, plain, bare));
    Rounds<Measure> calls = contest.closed("calls", FleetPlan.CALLS, List.of(bridge, cxf));
    contest.closed(
        "mixed load, new connections",
        FleetPlan.SESSIONS.closing(),
        List.of(bridge, addressing, plain));
    double rate =
        0.5
            * Math.min(
                mixed.figure(bridge.name(), Measure::perSecond).median(),
                mixed.figure(addressing.name(), Measure::perSecond).median());
    Rounds<Measure> paced =
        contest.atRate(
            "mixed load, steady rate",
            Contest.same(FleetPlan.SESSIONS, List.of(bridge, addressing)),
            rate);
    judge(mixed, calls, paced);
  }

  private void judge(Rounds<Measure> mixed, Rounds<Measure> calls, Rounds<Measure> paced)
      throws IOException {
    String mine = bridge.name();
    findings.aim(
        Aim.atLeast(
            "mixed load, store on: requests/s beside CXF + WS-Addressing that answers the same",
            1.2,
            mixed.ratio(mine, addressing.name(), Measure::perSecond)));
    findings.aim(
        Aim.atMost(
            "p99 at the same arrival rate, beside the same",
            1,
            paced.ratio(mine, addressing.name(), each -> each.answered().p99())));
    findings.aim(
        Aim.atLeast(
            "Heartbeat, Authorize, StatusNotification: requests/s beside CXF that answers the same",
            1,
            calls.ratio(mine, cxf.name(), Measure::perSecond)));
    findings.aim(
        Aim.atMost(
            "processor time a request, beside a bridge plainly written",
            0.5,
            mixed.ratio(mine, plain.name(), Measure::processorMicros)));
    findings.aim(
        Aim.atLeast(
            "store on beside store in memory: requests/s",
            0.85,
            mixed.ratio(mine, memory.name(), Measure::perSecond)));
    double longest = Arrays.stream(bridge.pauses()).max().orElse(0);
    long full = bridge.fullCollections();
    findings.aim(
        new Aim(
            "garbage collection under load",
            "no full one, longest pause under 50 ms",
            "%d full, longest pause %.0f ms".formatted(full, longest),
            full == 0 && longest < LONGEST_PAUSE_MS));
  }
}
