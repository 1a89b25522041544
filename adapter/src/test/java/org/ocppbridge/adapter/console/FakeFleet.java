package org.ocppbridge.adapter.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.adapter.console.view.ActionResult;
import org.ocppbridge.adapter.console.view.Actions;
import org.ocppbridge.adapter.console.view.BridgeView;
import org.ocppbridge.adapter.console.view.ChargerDetail;
import org.ocppbridge.adapter.console.view.ConnectorView;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.DeadLetterStatus;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.FleetCounts;
import org.ocppbridge.adapter.console.view.FleetRow;
import org.ocppbridge.adapter.console.view.LinkStatus;
import org.ocppbridge.adapter.console.view.Sample;
import org.ocppbridge.adapter.console.view.SessionView;
import org.ocppbridge.adapter.ledger.LedgerApi;

/** Chargers made up, and what was done about them. Charger {@code CP 1} has dead letter 7. */
final class FakeFleet implements Fleet, Actions, DeadLetterDesk {

  static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  /** What was done. */
  final List<String> done = new ArrayList<>();

  private volatile List<FleetRow> rows;

  FakeFleet(FleetRow... rows) {
    this.rows = List.of(rows);
  }

  static FakeFleet of(int chargers) {
    return new FakeFleet(
        IntStream.rangeClosed(1, chargers)
            .mapToObj(n -> row("CP-%05d".formatted(n), n % 10 == 0 ? "BACK_OFF" : "UP", n % 3))
            .toArray(FleetRow[]::new));
  }

  static FleetRow row(String id, String link, int sessions) {
    return new FleetRow(
        id,
        "1.6",
        "Acme & Söhne",
        "<b>Fast</b>",
        NOW,
        "http://10.1.2.3:8090/" + id,
        "main",
        "ocpp2.0.1",
        link,
        link.equals("UP") ? "" : "refused: 404",
        "Accepted",
        List.of(
            new ConnectorView(0, "Available", "", "", NOW),
            new ConnectorView(1, sessions > 0 ? "Charging" : "Available", "", "", NOW)),
        IntStream.rangeClosed(1, sessions).mapToObj(FakeFleet::session).toList(),
        sessions,
        id.equals("CP 1") ? 1 : 0,
        "unencrypted, unauthenticated",
        false,
        List.of(),
        List.of());
  }

  private static SessionView session(int number) {
    return new SessionView(
        700 + number, "uuid-" + number, 1, "TAG", "OPEN", NOW, 1500.0, 7400.0, NOW, "Accepted");
  }

  /** Other chargers from now on. */
  void become(FleetRow... now) {
    rows = List.of(now);
  }

  Operator operator() {
    return new Operator(
        () -> true,
        this,
        this,
        atOnce -> Optional.of(new Reloading.Outcome(List.of(), 1, List.of("CP 1"), List.of())),
        this,
        FakeFleet::samples,
        () -> "",
        new LedgerApi(Optional.empty()),
        token -> new Operator.Erased(0, 0, 0));
  }

  /** An afternoon: a wave of sessions, and a minute in which nothing came. */
  private static List<Sample> samples(int minutes) {
    return IntStream.range(0, minutes).mapToObj(minute -> sample(minute, minutes)).toList();
  }

  private static Sample sample(int minute, int minutes) {
    double wave = Math.sin(Math.PI * minute / minutes);
    boolean quiet = minute == minutes / 3;
    return new Sample(
        NOW.plusSeconds(60L * minute),
        quiet ? 0 : Math.round(900 + 600 * wave),
        Math.round(20 * wave),
        minute % 17 == 0 ? 12 : 0,
        quiet ? null : 8 + 6 * wave,
        quiet ? null : 60 + 40 * wave,
        (int) Math.round(140 * wave),
        1_050_000 * wave,
        17_500 * wave,
        4_990,
        minute % 20,
        Math.round(30 * wave),
        3);
  }

  @Override
  public BridgeView bridge() {
    return new BridgeView(
        "1.2.3",
        NOW,
        new LinkStatus(9, 1, 2, 3),
        List.of("main"),
        FleetCounts.of(rows),
        List.of("the disk <is> full"));
  }

  @Override
  public List<FleetRow> rows() {
    return rows;
  }

  @Override
  public Optional<ChargerDetail> charger(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst().map(FakeFleet::detail);
  }

  private static ChargerDetail detail(FleetRow row) {
    return new ChargerDetail(
        row,
        new ChargerDetail.Identity("Acme", "Fast", "1", "", "2.0", "", "", "", "", NOW),
        new ChargerDetail.Address(row.callback(), "charger", row.callback(), "10.1.2.3", false, ""),
        new ChargerDetail.Csms(row.id(), "wss://csms.example/", NOW, 60, 1, 0, List.of(1)),
        row.sessions(),
        List.of(new ChargerDetail.Variable("HeartbeatInterval", "60", false, "charger")),
        List.of(new ChargerDetail.Capability("Reset", "charger", "Reset", "")),
        List.of(letter()),
        0,
        0);
  }

  private static DeadLetterStatus letter() {
    return new DeadLetterStatus(
        7, 17, NOW, "StopTransaction", "belongs to none", "{\"meterStop\":1}");
  }

  private Optional<ActionResult> done(String what, String charger) {
    if (rows.stream().noneMatch(row -> row.id().equals(charger))) {
      return Optional.empty();
    }
    done.add(what + " " + charger);
    return Optional.of(new ActionResult(true, "Accepted", 12));
  }

  @Override
  public Optional<ActionResult> testCallback(String charger) {
    return done("test", charger);
  }

  @Override
  public Optional<ActionResult> reset(String charger, boolean hard) {
    return done(hard ? "hard reset" : "soft reset", charger);
  }

  @Override
  public Optional<ActionResult> triggerStatus(String charger, Optional<Integer> connector) {
    return done("trigger " + connector.map(String::valueOf).orElse("all"), charger);
  }

  @Override
  public Optional<ActionResult> pause(String charger, boolean paused) {
    return done(paused ? "pause" : "resume", charger);
  }

  @Override
  public Optional<ActionResult> reconnect(String charger) {
    return done("reconnect", charger);
  }

  @Override
  public Optional<ActionResult> accept(String charger) {
    return done("accept", charger);
  }

  @Override
  public List<DeadLetterStatus> page(String charger, long after) {
    return charger.equals("CP 1") && after < 7 ? List.of(letter()) : List.of();
  }

  @Override
  public boolean retry(String charger, long number) {
    return charger.equals("CP 1") && number == 7;
  }

  @Override
  public boolean drop(String charger, long number) {
    return retry(charger, number);
  }
}
