package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Connectors;
import org.ocppbridge.mappings.json.Json;

/**
 * Where a SOAP connector is found in 2.0.1 (MR D7): connector n is connector 1 of EVSE n unless the
 * settings group connectors. The other way round, EVSE 0 or none is the whole station, connector 0.
 *
 * @param id EVSE, from 1; 0 is the whole station
 * @param connectorId connector of the EVSE, from 1; 0 for the whole station
 */
public record Evse(int id, int connectorId) {

  /** The whole station. */
  public static final Evse STATION = new Evse(0, 0);

  /**
   * Where a SOAP connector is; one that the settings do not name gets an EVSE behind the others.
   */
  public static Evse of(int soapConnector, ChargerView view) {
    List<List<Integer>> groups = groups(view);
    if (soapConnector <= 0) {
      return STATION;
    }
    for (int i = 0; i < groups.size(); i++) {
      int place = groups.get(i).indexOf(soapConnector);
      if (place >= 0) {
        return new Evse(i + 1, place + 1);
      }
    }
    return groups.isEmpty()
        ? new Evse(soapConnector, 1)
        : new Evse(groups.size() + soapConnector - (int) below(groups, soapConnector), 1);
  }

  private static long below(List<List<Integer>> groups, int soapConnector) {
    return groups.stream().flatMap(List::stream).filter(n -> n < soapConnector).count();
  }

  /** The SOAP connectors of an EVSE; none if the charger has no such EVSE. */
  public static List<Integer> connectors(int evseId, ChargerView view) {
    return IntStream.rangeClosed(1, count(view))
        .filter(n -> of(n, view).id() == evseId)
        .boxed()
        .sorted((a, b) -> of(a, view).connectorId() - of(b, view).connectorId())
        .toList();
  }

  /** The SOAP connector behind an EVSE's connector. */
  public static Optional<Integer> connector(int evseId, int connectorId, ChargerView view) {
    return connectors(evseId, view).stream()
        .filter(n -> of(n, view).connectorId() == connectorId)
        .findFirst();
  }

  /** Whether the charger has this EVSE. */
  public static boolean exists(int evseId, ChargerView view) {
    return !connectors(evseId, view).isEmpty();
  }

  /** Number of EVSEs. */
  public static int evses(ChargerView view) {
    return IntStream.rangeClosed(1, count(view)).map(n -> of(n, view).id()).max().orElse(1);
  }

  /**
   * Number of SOAP connectors: as the settings say, else as the charger's NumberOfConnectors says,
   * but never less than the highest one that was heard of; at least 1, at most {@link
   * Connectors#MAX}.
   */
  public static int count(ChargerView view) {
    int heard =
        view.state().connectors().all().isEmpty() ? 0 : view.state().connectors().all().lastKey();
    int started =
        view.state().transactions().open().mapToInt(t -> t.start().connectorId()).max().orElse(0);
    int said =
        Optional.ofNullable(view.state().station().model().keys().get("NumberOfConnectors"))
            .map(key -> key.value().strip())
            .filter(value -> value.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .orElse(0);
    int configured =
        groups(view).stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    int most = Math.max(Math.max(heard, started), Math.max(said, configured));
    return Math.clamp(most, 1, Connectors.MAX);
  }

  private static List<List<Integer>> groups(ChargerView view) {
    return view.policy().ocpp201().topology();
  }

  /** As an {@code EVSEType}. */
  public ObjectNode json() {
    return Json.object().put("id", id).put("connectorId", connectorId);
  }
}
