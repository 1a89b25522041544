package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.model.Definition.Range;
import org.ocppbridge.mappings.json201.model.Definition.Tier;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * Which variable an error code of a StatusNotification is about (MR A9), and the monitor that is
 * always on it (MR B9). Error codes of connector 0 are about the component at the whole station.
 */
public final class Faults {

  /** Ids of hard-wired monitors begin here; those of the CSMS's own monitors stay below. */
  public static final int FIRST_ID = 1_000_000;

  /** Room for the EVSEs of a row, and for the connectors of an EVSE. */
  private static final int PLACES = 1_000;

  private static final String PROBLEM = "Problem";
  private static final String AVAILABILITY = "AvailabilityState";

  /**
   * A monitor that the CSMS can neither set nor clear.
   *
   * @param id for {@code variableMonitoringId}
   * @param severity 0 to 9, 0 being the worst
   */
  public record HardWired(int id, int severity) {}

  private record Row(
      String component, Tier tier, String variable, int severity, Set<ErrorCode> codes) {}

  /** New rows go to the end: the ids depend on the order. */
  private static final List<Row> ROWS =
      List.of(
          row("ChargingStation", Tier.STATION, AVAILABILITY, 5),
          row("EVSE", Tier.EVSE, AVAILABILITY, 5),
          row("Connector", Tier.CONNECTOR, AVAILABILITY, 5),
          row("ChargingStation", Tier.STATION, PROBLEM, 3),
          row("Connector", Tier.CONNECTOR, PROBLEM, 4, ErrorCode.OTHER_ERROR),
          row(
              "ConnectorPlugRetentionLock",
              Tier.CONNECTOR,
              PROBLEM,
              1,
              ErrorCode.CONNECTOR_LOCK_FAILURE),
          row(
              "CPPWMController",
              Tier.EVSE,
              PROBLEM,
              4,
              ErrorCode.MODE_3_ERROR,
              ErrorCode.EV_COMMUNICATION_ERROR),
          row("RCD", Tier.EVSE, "Tripped", 1, ErrorCode.GROUND_FAILURE),
          row("TemperatureSensor", Tier.EVSE, "Protecting", 3, ErrorCode.HIGH_TEMPERATURE),
          row("TemperatureSensor", Tier.EVSE, PROBLEM, 5, ErrorCode.HIGH_TEMPERATURE),
          row("Controller", Tier.EVSE, PROBLEM, 3, ErrorCode.INTERNAL_ERROR),
          row("LocalAuthListCtrlr", Tier.STATION, PROBLEM, 5, ErrorCode.LOCAL_LIST_CONFLICT),
          row("OverCurrentProtection", Tier.EVSE, "Tripped", 1, ErrorCode.OVER_CURRENT_FAILURE),
          row(
              "ElectricalFeed",
              Tier.STATION,
              PROBLEM,
              3,
              ErrorCode.OVER_VOLTAGE,
              ErrorCode.UNDER_VOLTAGE),
          row("FiscalMetering", Tier.EVSE, PROBLEM, 4, ErrorCode.POWER_METER_FAILURE),
          row("PowerContactor", Tier.EVSE, PROBLEM, 3, ErrorCode.POWER_SWITCH_FAILURE),
          row("TokenReader", Tier.STATION, PROBLEM, 4, ErrorCode.READER_FAILURE),
          row("Controller", Tier.STATION, PROBLEM, 3, ErrorCode.RESET_FAILURE),
          row("DataLink", Tier.STATION, PROBLEM, 5, ErrorCode.WEAK_SIGNAL));

  private Faults() {}

  private static Row row(
      String component, Tier tier, String variable, int severity, ErrorCode... codes) {
    return new Row(component, tier, variable, severity, Set.of(codes));
  }

  /**
   * The variable that is true while a connector reports this.
   *
   * @return empty if it reports no problem
   */
  public static Optional<VariablePath> of(StatusNotification.Request report, ChargerView view) {
    boolean noCode = report.errorCode() == null || report.errorCode() == ErrorCode.NO_ERROR;
    if (noCode && report.status() != ConnectorStatus.FAULTED) {
      return Optional.empty();
    }
    Evse place = Evse.of(report.connectorId() == null ? 0 : report.connectorId(), view);
    ErrorCode code = noCode ? ErrorCode.OTHER_ERROR : report.errorCode();
    return ROWS.stream()
        .filter(row -> row.codes().contains(code))
        .filter(row -> code != ErrorCode.HIGH_TEMPERATURE || protects(row, report.status()))
        .findFirst()
        .map(row -> path(row, place));
  }

  private static boolean protects(Row row, ConnectorStatus status) {
    boolean interrupted =
        status == ConnectorStatus.SUSPENDED_EVSE
            || status == ConnectorStatus.FAULTED
            || status == ConnectorStatus.UNAVAILABLE;
    return row.variable().equals("Protecting") == interrupted;
  }

  private static VariablePath path(Row row, Evse place) {
    boolean wholeStation = row.tier() == Tier.STATION || place.id() == 0;
    // A connector of the whole station does not exist.
    String component =
        wholeStation && row.component().equals("Connector") ? "ChargingStation" : row.component();
    return new VariablePath(
        component,
        wholeStation ? 0 : place.id(),
        wholeStation || row.tier() == Tier.EVSE ? 0 : place.connectorId(),
        row.variable(),
        "");
  }

  /** The monitor that is always on a variable; empty if there is none. */
  public static Optional<HardWired> monitor(VariablePath path) {
    boolean inRange = path.evse() < PLACES && path.connector() < PLACES;
    return IntStream.range(0, ROWS.size())
        .filter(i -> inRange && ROWS.get(i).component().equalsIgnoreCase(path.component()))
        .filter(i -> ROWS.get(i).variable().equalsIgnoreCase(path.variable()))
        .mapToObj(i -> new HardWired(id(i, path), ROWS.get(i).severity()))
        .findFirst();
  }

  private static int id(int row, VariablePath path) {
    return (row + 1) * FIRST_ID + path.evse() * PLACES + path.connector();
  }

  /** Whether a variable of a problem is true, from what the connectors reported last. */
  static boolean isTrue(VariablePath path, ChargerView view) {
    Optional<StatusNotification.Request> main =
        Optional.ofNullable(view.state().connectors().all().get(0)).flatMap(Connector::status);
    boolean stationFaulted =
        path.component().equals("ChargingStation")
            && main.filter(r -> r.status() == ConnectorStatus.FAULTED).isPresent();
    return stationFaulted
        || view.state().connectors().all().values().stream()
            .flatMap(connector -> connector.status().stream())
            .flatMap(report -> of(report, view).stream())
            .anyMatch(path::equals);
  }

  /** The rows of the table of variables; AvailabilityState has its own there. */
  static List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    for (Row row : ROWS) {
      if (!row.variable().equals(AVAILABILITY)) {
        tiers(row)
            .map(tier -> definition(row, tier))
            .filter(definition -> all.stream().noneMatch(definition::equals))
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Stream<Tier> tiers(Row row) {
    boolean alone = row.tier() == Tier.STATION || row.component().equals("Connector");
    return alone ? Stream.of(row.tier()) : Stream.of(row.tier(), Tier.STATION);
  }

  private static Definition definition(Row row, Tier tier) {
    return new Definition(
        tier,
        row.component(),
        row.variable(),
        "",
        false,
        DataType.BOOLEAN,
        "",
        Mutability.RO,
        Range.NONE,
        "",
        new Source.Made(Derivations.FAULT));
  }
}
