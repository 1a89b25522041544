package org.ocppbridge.mappings.json201.base;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;

/** What a charger's status and error code mean in 2.0.1 (MR A9). */
public final class StatusReports {

  private static final String OCCUPIED = "Occupied";

  private static final Map<ConnectorStatus, String> WORDS =
      new EnumMap<>(
          Map.of(
              ConnectorStatus.AVAILABLE, "Available",
              ConnectorStatus.OCCUPIED, OCCUPIED,
              ConnectorStatus.PREPARING, OCCUPIED,
              ConnectorStatus.CHARGING, OCCUPIED,
              ConnectorStatus.SUSPENDED_EV, OCCUPIED,
              ConnectorStatus.SUSPENDED_EVSE, OCCUPIED,
              ConnectorStatus.FINISHING, OCCUPIED,
              ConnectorStatus.RESERVED, "Reserved",
              ConnectorStatus.UNAVAILABLE, "Unavailable",
              ConnectorStatus.FAULTED, "Faulted"));

  private static final Map<ErrorCode, HardWired> MONITORS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(ErrorCode.CONNECTOR_LOCK_FAILURE, HardWired.LOCK),
              Map.entry(ErrorCode.MODE_3_ERROR, HardWired.CONTROL_PILOT),
              Map.entry(ErrorCode.EV_COMMUNICATION_ERROR, HardWired.CONTROL_PILOT),
              Map.entry(ErrorCode.GROUND_FAILURE, HardWired.RESIDUAL_CURRENT),
              Map.entry(ErrorCode.HIGH_TEMPERATURE, HardWired.TEMPERATURE),
              Map.entry(ErrorCode.INTERNAL_ERROR, HardWired.CONTROLLER),
              Map.entry(ErrorCode.LOCAL_LIST_CONFLICT, HardWired.LOCAL_LIST),
              Map.entry(ErrorCode.OVER_CURRENT_FAILURE, HardWired.OVER_CURRENT),
              Map.entry(ErrorCode.OVER_VOLTAGE, HardWired.FEED),
              Map.entry(ErrorCode.UNDER_VOLTAGE, HardWired.FEED),
              Map.entry(ErrorCode.POWER_METER_FAILURE, HardWired.METER),
              Map.entry(ErrorCode.POWER_SWITCH_FAILURE, HardWired.CONTACTOR),
              Map.entry(ErrorCode.READER_FAILURE, HardWired.READER),
              Map.entry(ErrorCode.RESET_FAILURE, HardWired.STATION_CONTROLLER),
              Map.entry(ErrorCode.WEAK_SIGNAL, HardWired.DATA_LINK),
              Map.entry(ErrorCode.OTHER_ERROR, HardWired.CONNECTOR_PROBLEM)));

  /** States in which a hot charger does not charge any more, so it protects itself. */
  private static final Set<ConnectorStatus> INTERRUPTED =
      EnumSet.of(
          ConnectorStatus.SUSPENDED_EVSE, ConnectorStatus.FAULTED, ConnectorStatus.UNAVAILABLE);

  private StatusReports() {}

  /** The connectorStatus for what a charger says. */
  public static String word(ConnectorStatus status) {
    return WORDS.get(status);
  }

  /**
   * The monitors whose problem a report tells of.
   *
   * @param report complete
   */
  public static Set<HardWired> monitors(StatusNotification.Request report) {
    Set<HardWired> monitors = EnumSet.noneOf(HardWired.class);
    boolean station = report.connectorId() == 0;
    boolean faulted = report.status() == ConnectorStatus.FAULTED;
    ErrorCode code = report.errorCode();
    if (code == ErrorCode.HIGH_TEMPERATURE && INTERRUPTED.contains(report.status())) {
      monitors.add(HardWired.OVERHEATED);
    } else if (code != ErrorCode.NO_ERROR) {
      monitors.add(MONITORS.get(code));
    }
    if (faulted && (station || code == ErrorCode.NO_ERROR)) {
      monitors.add(HardWired.CONNECTOR_PROBLEM);
    }
    // The station has no connector of its own that could have a problem.
    if (station && monitors.remove(HardWired.CONNECTOR_PROBLEM)) {
      monitors.add(HardWired.STATION_PROBLEM);
    }
    return monitors;
  }
}
