package org.ocppbridge.bench.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ocppbridge.bench.lab.BridgeSettings;
import org.ocppbridge.bench.lab.FleetPlan;
import org.ocppbridge.bench.lab.Lab;
import org.ocppbridge.bench.lab.Measure;
import org.ocppbridge.bench.lab.Server;
import org.ocppbridge.bench.report.Aim;
import org.ocppbridge.bench.report.Csv;
import org.ocppbridge.bench.report.Rounds;

/** How the cost of a request grows: with chargers, with what waits, with the message's size. */
public final class Growth {
  private static final int FEW = 500;
  private static final double LEAST_RATIO = 0.9;

  private final Lab lab;
  private final Scale scale;
  private final Findings findings;
  private final Contest contest;

  /** Starts nothing yet. */
  public Growth(Lab lab, Scale scale, Findings findings) {
    this.lab = lab;
    this.scale = scale;
    this.findings = findings;
    this.contest = new Contest(lab.load(), scale, findings);
  }

  /** Measures everything. */
  public void run() throws IOException {
    identities();
    backlog();
    sizes();
  }

  /** Each size has a bridge and a CSMS of its own, so that one knows no more than its own fleet. */
  private void identities() throws IOException {
    Map<Server, FleetPlan> sessions = new LinkedHashMap<>();
    Map<Server, FleetPlan> open = new LinkedHashMap<>();
    for (int count : scale.identities()) {
      int csms = lab.csms().port();
      Server bridge = lab.bridge(count + " chargers", new BridgeSettings(csms, "ocpp1.6"));
      sessions.put(bridge, FleetPlan.SESSIONS.of(count));
      open.put(bridge, FleetPlan.SESSIONS.of(count).by("METERS"));
    }
    Rounds<Measure> rounds = contest.closed("growth with chargers", sessions);
    contest.closed("growth with open transactions", open);
    String most = scale.identities().getLast() + " chargers";
    findings.aim(
        Aim.atLeast(
            "requests/s at " + most + ", beside " + FEW,
            LEAST_RATIO,
            rounds.ratio(most, FEW + " chargers", Measure::perSecond)));
    for (Server bridge : sessions.keySet()) {
      lab.end(bridge);
    }
  }

  /** What waits belongs to chargers whose CSMS is away; those that ask have theirs. */
  private void backlog() throws IOException {
    Map<Server, FleetPlan> bridges = new LinkedHashMap<>();
    Csv recovery = new Csv("rows", "start_seconds");
    int csms = lab.csms().port();
    for (int rows : scale.backlogs()) {
      Path data = lab.freshData();
      Backlog.fill(data, rows);
      Server bridge = lab.bridge(rows + " rows", new BridgeSettings(csms, "ocpp1.6"), data);
      findings.tell("  start with " + rows + " rows: " + bridge.startSeconds() + " s");
      recovery.add(rows, bridge.startSeconds());
      bridges.put(bridge, FleetPlan.SESSIONS);
    }
    findings.keep("recovery", recovery);
    Rounds<Measure> rounds = contest.closed("growth with rows that wait", bridges);
    String most = scale.backlogs().getLast() + " rows";
    findings.aim(
        Aim.atLeast(
            "requests/s while " + most + " wait, beside none",
            LEAST_RATIO,
            rounds.ratio(most, "0 rows", Measure::perSecond)));
    for (Server bridge : bridges.keySet()) {
      lab.end(bridge);
    }
  }

  private void sizes() throws IOException {
    Map<Server, FleetPlan> bridges = new LinkedHashMap<>();
    int csms = lab.csms().port();
    for (int samples : scale.samples()) {
      Server bridge = lab.bridge(samples + " samples", new BridgeSettings(csms, "ocpp1.6"));
      bridges.put(bridge, FleetPlan.SESSIONS.by("METERS").sampling(samples));
    }
    contest.closed("growth with samples", bridges);
    for (Server bridge : bridges.keySet()) {
      lab.end(bridge);
    }
  }
}
