package org.ocppbridge.mappings.json201.station;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.StatusNotification;

/** The connectorStatus of each connector, and telling it (G01; MR A9). */
final class ConnectorStatuses {

  static final String ACTION = "StatusNotification";

  private static final String AVAILABLE = "Available";
  private static final String RESERVED = "Reserved";
  private static final String OCCUPIED = "Occupied";

  private static final Map<ConnectorStatus, String> WORDS =
      new EnumMap<>(
          Map.of(
              ConnectorStatus.AVAILABLE, AVAILABLE,
              ConnectorStatus.OCCUPIED, OCCUPIED,
              ConnectorStatus.PREPARING, OCCUPIED,
              ConnectorStatus.CHARGING, OCCUPIED,
              ConnectorStatus.SUSPENDED_EV, OCCUPIED,
              ConnectorStatus.SUSPENDED_EVSE, OCCUPIED,
              ConnectorStatus.FINISHING, OCCUPIED,
              ConnectorStatus.RESERVED, RESERVED,
              ConnectorStatus.UNAVAILABLE, "Unavailable",
              ConnectorStatus.FAULTED, "Faulted"));

  private ConnectorStatuses() {}

  /** The connectorStatus for what a charger says. */
  static String word(ConnectorStatus status) {
    return WORDS.get(status);
  }

  /** A StatusNotification, and that it was told. */
  static News tell(int connector, String connectorStatus, Instant at, ChargerView view) {
    Evse evse = Evse.of(connector, view);
    Message message =
        Message.latest(
            ACTION,
            Json.object()
                .put("timestamp", Times.write(at))
                .put("connectorStatus", connectorStatus)
                .put("evseId", evse.id())
                .put("connectorId", evse.connectorId()),
            "status/" + connector);
    return News.of(message, new PlaceChange.StatusTold(connector, connectorStatus));
  }

  /** The connectorStatus of a connector as the charger reported it last, if it ever did. */
  static Optional<String> known(int connector, ChargerView view) {
    return of(connector, n -> reported(n, view), view);
  }

  /** Since when it is so; now if it was never reported. */
  static Instant since(int connector, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .map(StatusNotification.Request::timestamp)
        .orElse(view.now());
  }

  private static Optional<ConnectorStatus> reported(int connector, ChargerView view) {
    return view.state()
        .connectors()
        .get(connector)
        .status()
        .map(StatusNotification.Request::status);
  }

  /**
   * Tells what a report changes: the connector's own status, and that of its neighbours on the same
   * EVSE, which are reserved and free with it (H01.FR.23, H02.FR.04, H04.FR.03).
   *
   * @param report complete, and not noted yet
   * @param always whether the connector's own status is told although it is unchanged
   */
  static News changed(StatusNotification.Request report, boolean always, ChargerView view) {
    int own = report.connectorId();
    IntFunction<Optional<ConnectorStatus>> statuses =
        n -> n == own ? Optional.of(report.status()) : reported(n, view);
    TreeSet<Integer> concerned = new TreeSet<>(neighbours(own, view));
    concerned.add(own);
    News news = News.NONE;
    for (int n : concerned) {
      Optional<String> word = of(n, statuses, view);
      boolean told = word.equals(view.state().station().places().told(n));
      if (word.isPresent() && (!told || always && n == own)) {
        news = news.and(tell(n, word.get(), report.timestamp(), view));
      }
    }
    return news;
  }

  private static Optional<String> of(
      int connector, IntFunction<Optional<ConnectorStatus>> statuses, ChargerView view) {
    return statuses
        .apply(connector)
        .map(ConnectorStatuses::word)
        .map(
            word ->
                word.equals(AVAILABLE) && neighbourReserved(connector, statuses, view)
                    ? RESERVED
                    : word);
  }

  private static boolean neighbourReserved(
      int connector, IntFunction<Optional<ConnectorStatus>> statuses, ChargerView view) {
    return neighbours(connector, view).stream()
        .anyMatch(n -> statuses.apply(n).filter(ConnectorStatus.RESERVED::equals).isPresent());
  }

  private static List<Integer> neighbours(int connector, ChargerView view) {
    return Evse.connectors(Evse.of(connector, view).id(), view).stream()
        .filter(n -> n != connector)
        .toList();
  }
}
