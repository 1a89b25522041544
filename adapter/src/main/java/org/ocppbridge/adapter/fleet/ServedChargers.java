package org.ocppbridge.adapter.fleet;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.SoapVersion;

/**
 * The chargers that are served, each one station of its CSMS and no two of them the same. A charger
 * comes, is exchanged and goes under the map's lock for it.
 */
final class ServedChargers {
  private final Store store;
  private final Workshop workshop;
  private final Time time;
  private final ClockSteps clock;
  private volatile Routing routing;
  private volatile int max;
  private final PatientMap<ChargerId, Charger> chargers = new PatientMap<>();

  /** Who is called what at which target. */
  private final Map<String, ChargerId> identities = new ConcurrentHashMap<>();

  /**
   * @param max most chargers served; over it new ones are refused
   */
  ServedChargers(
      Routing routing, int max, Store store, Workshop workshop, Time time, ClockSteps clock) {
    this.routing = routing;
    this.max = max;
    this.store = store;
    this.workshop = workshop;
    this.time = time;
    this.clock = clock;
  }

  /** Other settings are in force. */
  void use(Routing next, int nextMax) {
    routing = next;
    max = nextMax;
  }

  Routing routing() {
    return routing;
  }

  /** Most chargers served. */
  int max() {
    return max;
  }

  Charger get(ChargerId id) {
    return chargers.get(id);
  }

  /** As they are at the moment, in no order. */
  Collection<Charger> all() {
    return chargers.view().values();
  }

  int count() {
    return chargers.size();
  }

  boolean contains(ChargerId id) {
    return chargers.get(id) != null;
  }

  /**
   * The charger that speaks, with a part in its work that has to be left. Under the map's lock, so
   * that one that just spoke is never forgotten, and its parts are not exchanged while it is asked
   * something.
   */
  Charger enter(Caller caller) {
    return chargers.change(caller.id(), known -> entered(caller, known));
  }

  private Charger entered(Caller caller, Charger known) {
    Charger charger = known == null ? create(caller.id(), caller.version()) : known;
    charger.heard(caller);
    if (!charger.session().occupancy().enter()) {
      throw new IllegalStateException("charger " + caller.id() + " is served by parts of before");
    }
    return charger;
  }

  /** A charger that the store knows, whatever its version was. */
  Charger takeUp(ChargerId id) {
    return chargers.change(id, known -> known == null ? create(id, SoapVersion.V16) : known);
  }

  /**
   * Exchanges or removes a charger that is served, under the map's lock for it.
   *
   * @param change returns who is to be served; null: nobody
   * @return who is served now; null: nobody
   */
  Charger change(ChargerId id, UnaryOperator<Charger> change) {
    return chargers.change(id, known -> known == null ? null : change.apply(known));
  }

  /** To be called under the map's lock. */
  Charger create(ChargerId id, SoapVersion version) {
    Route route =
        routing
            .of(id)
            .orElseThrow(() -> new BridgeFault.UnknownCharger("charger " + id + " has no route"));
    ChargerId other = identities.putIfAbsent(route.station(), id);
    if (other != null && !other.equals(id)) {
      throw new BridgeFault.UnknownCharger(
          "charger %s would be '%s' at target %s, which is charger %s already; give one of them a csms.identity"
              .formatted(id, route.settings().csmsIdentity(), route.targetName(), other));
    }
    Optional<ChargerState> kept = store.find(id);
    ChargerState fresh = ChargerState.fresh(id, version, FirstNumber.at(time.now()));
    Charger charger = workshop.charger(kept.orElse(fresh), route);
    charger.settle();
    clock.takenUp(charger, kept.isPresent());
    return charger;
  }

  /** Whether another charger is that station of the CSMS already. */
  boolean isTaken(Route route, ChargerId id) {
    ChargerId holder = identities.get(route.station());
    return holder != null && !holder.equals(id);
  }

  /** The charger is the station of its route no longer. */
  void release(Charger charger) {
    identities.remove(charger.route().station(), charger.id());
  }
}
