package org.ocppbridge.mappings.json201.model;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.StatusReports;
import org.ocppbridge.mappings.model.StatusNotification;

/** {@code AvailabilityState} of the station, an EVSE or a connector (MR A9). */
final class Availability {

  private static final String AVAILABLE = "Available";

  /** What an EVSE is if one of its connectors is this, the strongest first. */
  private static final List<String> OF_ANY = List.of("Occupied", "Reserved");

  private Availability() {}

  /**
   * The state at a place, from what the connectors reported last.
   *
   * @param evse 0: the whole station
   * @param connector 0: the whole EVSE
   */
  static String of(int evse, int connector, ChargerView view) {
    if (evse == 0) {
      return last(0, view).orElse(AVAILABLE);
    }
    if (connector > 0) {
      return Evse.connector(evse, connector, view).flatMap(n -> last(n, view)).orElse(AVAILABLE);
    }
    List<String> all =
        Evse.connectors(evse, view).stream().map(n -> last(n, view).orElse(AVAILABLE)).toList();
    Optional<String> ofAny = OF_ANY.stream().filter(all::contains).findFirst();
    boolean noneAvailable = !all.isEmpty() && !all.contains(AVAILABLE);
    return ofAny.orElseGet(() -> noneAvailable ? all.getFirst() : AVAILABLE);
  }

  private static Optional<String> last(int soapConnector, ChargerView view) {
    return Optional.ofNullable(view.state().connectors().all().get(soapConnector))
        .flatMap(Connector::status)
        .map(StatusNotification.Request::status)
        .map(StatusReports::word);
  }
}
