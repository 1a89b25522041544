package org.ocppbridge.adapter.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.cli.Version;
import org.ocppbridge.adapter.console.view.BridgeView;
import org.ocppbridge.adapter.console.view.ChargerDetail;
import org.ocppbridge.adapter.console.view.CsmsAway;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.FleetCounts;
import org.ocppbridge.adapter.console.view.FleetRow;
import org.ocppbridge.adapter.console.view.LinkStatus;
import org.ocppbridge.adapter.csms.Counters;
import org.ocppbridge.adapter.csms.CsmsLinks;
import org.ocppbridge.adapter.diagnosis.Diagnoses;
import org.ocppbridge.adapter.diagnosis.Diagnosis;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.time.Time;

/**
 * The chargers as the operator sees them. All rows are made at once, when somebody looks, and serve
 * all who look for {@value #REST} times as long as it took to make them, so that looking at a large
 * fleet costs a few percent of a processor however many look. A row that says the same as before
 * stays the same object.
 */
final class FleetView implements Fleet {

  /** How old the rows may be at most. */
  private static final Duration AGE_MAX = Duration.ofSeconds(1);

  private static final int REST = 20;

  private final ChargerFleet fleet;
  private final CsmsLinks links;
  private final Doorkeeper door;
  private final Diagnoses diagnoses;
  private final Supplier<List<String>> targets;
  private final Supplier<List<String>> warnings;
  private final Time time;
  private final Instant startedAt;
  private Snapshot last;

  /** All rows at one moment; they serve until another one. */
  private record Snapshot(
      Instant at, Instant until, List<FleetRow> rows, FleetCounts counts, List<String> away) {}

  /**
   * @param targets names of all CSMSs
   * @param warnings of the bridge as a whole
   */
  FleetView(
      ChargerFleet fleet,
      CsmsLinks links,
      Doorkeeper door,
      Diagnoses diagnoses,
      Supplier<List<String>> targets,
      Supplier<List<String>> warnings,
      Time time) {
    this.fleet = fleet;
    this.links = links;
    this.door = door;
    this.diagnoses = diagnoses;
    this.targets = targets;
    this.warnings = warnings;
    this.time = time;
    this.startedAt = time.now();
    this.last =
        new Snapshot(Instant.EPOCH, Instant.EPOCH, List.of(), FleetCounts.of(List.of()), List.of());
  }

  @Override
  public BridgeView bridge() {
    Counters counters = links.counters();
    Snapshot now = snapshot();
    return new BridgeView(
        Version.number(),
        startedAt,
        new LinkStatus(
            links.openLinks(),
            counters.lateAnswers(),
            counters.unreadableFrames(),
            counters.repeatedCalls()),
        targets.get(),
        now.counts(),
        Stream.concat(now.away().stream(), warnings.get().stream()).toList());
  }

  @Override
  public List<FleetRow> rows() {
    return snapshot().rows();
  }

  @Override
  public Optional<ChargerDetail> charger(String id) {
    return fleet
        .find(id)
        .map(charger -> ChargerDetails.of(charger, row(charger, diagnoses.of(charger.id()))));
  }

  private FleetRow row(Charger charger, List<Diagnosis> mistakes) {
    List<String> words = mistakes.stream().map(Diagnosis::sentence).toList();
    return FleetRows.of(charger, words, door.leg(charger.id()), door.alarms(charger.id()));
  }

  private synchronized Snapshot snapshot() {
    Instant now = time.now();
    if (!now.isBefore(last.at()) && now.isBefore(last.until())) {
      return last;
    }
    Map<String, FleetRow> before = HashMap.newHashMap(last.rows().size());
    last.rows().forEach(row -> before.put(row.id(), row));
    Map<String, List<Diagnosis>> mistakes =
        diagnoses.all().stream().collect(Collectors.groupingBy(Diagnosis::charger));
    List<FleetRow> rows =
        fleet.chargers().stream()
            .map(charger -> row(charger, mistakes.getOrDefault(charger.id().value(), List.of())))
            .map(row -> row.equals(before.get(row.id())) ? before.get(row.id()) : row)
            .toList();
    FleetCounts counts = FleetCounts.of(rows);
    Duration rest = Duration.between(now, time.now()).multipliedBy(REST);
    Instant until = now.plus(rest.compareTo(AGE_MAX) < 0 ? rest : AGE_MAX);
    last = new Snapshot(now, until, rows, counts, CsmsAway.warnings(rows));
    return last;
  }
}
