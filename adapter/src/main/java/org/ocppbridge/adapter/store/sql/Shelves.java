package org.ocppbridge.adapter.store.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Contact;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.Registration;
import org.ocppbridge.mappings.SoapVersion;

/**
 * How a charger's state is taken apart for the store: a row for each transaction, connector, idTag
 * and so on, and a row for each of the small rest. {@link Assembly} puts it together again.
 */
final class Shelves {

  /** The small rest: shelves with one piece each. */
  static final String STATE = "state";

  /** Fingerprints: a list that only grows at its end and shrinks at its beginning. */
  static final String SEEN = "seen";

  /** What is kept as a map. */
  static final List<Shelf<?>> ALL =
      List.of(
          document("head", state -> state, s -> new Head(s.version(), s.contact())),
          document("registration", ChargerState::registration, Registration::lasting),
          document("counters", ChargerState::transactions, all -> new Counters(all.last())),
          document("commands", ChargerState::commands),
          document("jobs", ChargerState::jobs),
          document("settings", ChargerState::settings),
          document("places", state -> state.station().places()),
          document("orders", state -> state.station().orders()),
          document("startup", state -> state.station().startup()),
          document("model", state -> state.station().model(), Model::of),
          document("access", ChargerState::access),
          document("security-log", ChargerState::securityLog),
          document("monitoring", state -> state.station().model().monitors(), Monitoring::of),
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

  private static <P> Shelf<P> document(String item, Function<ChargerState, P> part) {
    return document(item, part, whole -> whole);
  }

  private static <P> Shelf<P> document(
      String item, Function<ChargerState, P> part, Function<P, Object> body) {
    return new Shelf<>(STATE, part, whole -> Map.of(item, body.apply(whole)));
  }

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
}
