package org.ocppbridge.mappings.json201.transactions;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.MissingStops;

/**
 * What the status of a connector tells of the transaction on it (MR A9): an Updated event if the
 * charging state differs from the one last told.
 */
public final class ChargingStates {

  /** A charging state and why it is told. */
  private record Meaning(ChargingState state, TriggerReason trigger) {
    static Meaning changed(ChargingState state) {
      return new Meaning(state, TriggerReason.CHARGING_STATE_CHANGED);
    }
  }

  /** Occupied, Reserved and Unavailable say nothing of the transaction. */
  private static final Map<ConnectorStatus, Meaning> MEANINGS =
      Map.ofEntries(
          entry(
              ConnectorStatus.AVAILABLE,
              new Meaning(ChargingState.IDLE, TriggerReason.EV_COMMUNICATION_LOST)),
          entry(ConnectorStatus.PREPARING, Meaning.changed(ChargingState.EV_CONNECTED)),
          entry(ConnectorStatus.CHARGING, Meaning.changed(ChargingState.CHARGING)),
          entry(ConnectorStatus.SUSPENDED_EV, Meaning.changed(ChargingState.SUSPENDED_EV)),
          entry(ConnectorStatus.SUSPENDED_EVSE, Meaning.changed(ChargingState.SUSPENDED_EVSE)),
          entry(ConnectorStatus.FINISHING, Meaning.changed(ChargingState.EV_CONNECTED)),
          entry(
              ConnectorStatus.FAULTED,
              new Meaning(ChargingState.SUSPENDED_EVSE, TriggerReason.ABNORMAL_CONDITION)));

  private static final Set<ConnectorStatus> ALIVE =
      EnumSet.of(
          ConnectorStatus.CHARGING, ConnectorStatus.SUSPENDED_EV, ConnectorStatus.SUSPENDED_EVSE);

  /** How 1.6 §4.9 lets a charger say that the cable was pulled out at the car. */
  private static final String UNPLUGGED = "ev side disconnected";

  private ChargingStates() {}

  /**
   * What a status means for the transaction on its connector. To be called with the view from
   * before the report is noted; what comes back goes into the same write, behind the connector's
   * own StatusNotification.
   *
   * @param status as the charger sent it, also incomplete
   * @return empty if there is nothing to tell
   */
  public static List<Planned> onStatus(StatusNotification.Request status, ChargerView view) {
    if (status.connectorId() == null || status.status() == null || status.connectorId() <= 0) {
      return List.of();
    }
    Optional<Transaction> open = view.state().transactions().openOn(status.connectorId());
    return open
        .filter(t -> TransactionEvents.runs(t, view))
        .map(t -> with(expectedStop(t, status, view), planned(t, status, view)))
        .filter(planned -> !planned.equals(Planned.NOTHING))
        .stream()
        .toList();
  }

  private static Planned with(List<Change> changes, Planned planned) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(planned.changes());
    return new Planned(all, planned.messages(), planned.losses());
  }

  /** A connector that is Available has no transaction; one that charges has. */
  private static List<Change> expectedStop(
      Transaction transaction, StatusNotification.Request status, ChargerView view) {
    if (status.status() == ConnectorStatus.AVAILABLE) {
      Duration grace = replayed(status, view) ? MissingStops.REPLAY_GRACE : MissingStops.GRACE;
      return MissingStops.onAvailable(status.connectorId(), grace, view);
    }
    return ALIVE.contains(status.status())
        ? List.of(MissingStops.alive(transaction.id()))
        : List.of();
  }

  private static boolean replayed(StatusNotification.Request status, ChargerView view) {
    Duration age = Duration.between(at(status, view), view.now());
    return age.compareTo(view.policy().ocpp201().staleAfter()) > 0;
  }

  private static Planned planned(
      Transaction transaction, StatusNotification.Request status, ChargerView view) {
    TransactionEvents events = TransactionEvents.of(transaction, view);
    Instant at = at(status, view);
    Optional.ofNullable(meaning(status))
        .filter(meaning -> !events.told(meaning.state()))
        .ifPresent(meaning -> tell(meaning, at, events));
    return events.planned();
  }

  private static Instant at(StatusNotification.Request status, ChargerView view) {
    return status.timestamp() == null
        ? view.now()
        : Times.sane(status.timestamp(), view.now(), "timestamp", new ArrayList<>());
  }

  private static Meaning meaning(StatusNotification.Request status) {
    boolean mayBeUnplugged =
        status.status() == ConnectorStatus.SUSPENDED_EV
            || status.status() == ConnectorStatus.FINISHING;
    boolean saysSo =
        status.info() != null && status.info().toLowerCase(Locale.ROOT).contains(UNPLUGGED);
    return MEANINGS.get(mayBeUnplugged && saysSo ? ConnectorStatus.AVAILABLE : status.status());
  }

  private static void tell(Meaning meaning, Instant at, TransactionEvents events) {
    if (meaning.state() == ChargingState.CHARGING && events.told(ChargingState.IDLE)) {
      events.add(Event.updated(at, TriggerReason.CABLE_PLUGGED_IN, ChargingState.EV_CONNECTED));
    }
    events.add(Event.updated(at, meaning.trigger(), meaning.state()));
  }

  /** The charging state that a connector's last status means, if it says one. */
  static Optional<ChargingState> of(ConnectorStatus status) {
    return Optional.ofNullable(MEANINGS.get(status)).map(Meaning::state);
  }
}
