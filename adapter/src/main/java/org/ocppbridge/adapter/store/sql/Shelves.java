package org.ocppbridge.adapter.store.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Contact;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Station;

/**
 * How a charger's state is taken apart for the store: a row for each transaction, connector, idTag
 * and so on, and a row for each of the small rest. {@link Assembly} puts it together again.
 */
final class Shelves {

  /** The small rest; one piece for each part of the state. */
  static final String STATE = "state";

  /** Fingerprints: a list that only grows at its end and shrinks at its beginning. */
  static final String SEEN = "seen";

  /** What is kept as a map. */
  static final List<Shelf<?>> ALL =
      List.of(
          new Shelf<>(STATE, state -> state, Shelves::documents),
          Shelf.of("tx", state -> state.transactions().all()),
          Shelf.of("must-stop", state -> state.transactions().mustStop()),
          Shelf.of("connector", state -> state.connectors().all()),
          Shelf.of("token", state -> state.tokens().known()),
          Shelf.of("wake-up", ChargerState::wakeUps),
          Shelf.of("event", state -> state.station().events().all()),
          Shelf.of("name", state -> state.station().names().tokens()),
          Shelf.of("profile", state -> state.station().profiles().all()),
          Shelf.of("key", state -> state.station().model().keys()),
          Shelf.of("monitor", state -> state.station().model().monitors().custom()));

  private Shelves() {}

  /** Who the charger is. */
  record Head(SoapVersion version, Optional<Contact> contact) {}

  /** Numbers given out. */
  record Counters(int lastTransaction) {}

  /** The device model without keys and monitors. */
  record Model(Instant keysAt, Map<String, String> own, Map<Integer, ObjectNode> networkProfiles) {
    static Model of(DeviceModel model) {
      return new Model(model.keysAt(), model.own(), model.networkProfiles());
    }
  }

  /** The monitors without the monitors. */
  record Monitoring(int lastId, String base, int level) {
    static Monitoring of(Monitors monitors) {
      return new Monitoring(monitors.lastId(), monitors.base(), monitors.level());
    }
  }

  /** What is not in the store is as here. */
  static ChargerState blank(ChargerId id) {
    return ChargerState.fresh(id, SoapVersion.V16, 0);
  }

  private static Map<String, Object> documents(ChargerState state) {
    Station station = state.station();
    Map<String, Object> documents = new LinkedHashMap<>();
    documents.put("head", new Head(state.version(), state.contact()));
    documents.put("registration", state.registration().lasting());
    documents.put("counters", new Counters(state.transactions().last()));
    documents.put("commands", state.commands());
    documents.put("jobs", state.jobs());
    documents.put("settings", state.settings());
    documents.put("places", station.places());
    documents.put("orders", station.orders());
    documents.put("startup", station.startup());
    documents.put("model", Model.of(station.model()));
    documents.put("access", state.access());
    documents.put("security-log", state.securityLog());
    documents.put("monitoring", Monitoring.of(station.model().monitors()));
    return documents;
  }
}
