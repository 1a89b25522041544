package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two straight lines through the house: a charger's request to the CSMS and its answer back, a
 * command of the CSMS to the charger and its answer back. The one place where the pure mappings,
 * the SOAP edge, the link to the CSMS and the store meet.
 */
final class Bridge implements ChargerRequests, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

  /** Most chargers served by one process; over it new ones are refused. */
  static final int CHARGERS_MAX = 50_000;

  /** Makes the parts of a charger; the wiring is {@code Wiring}'s. */
  interface Workshop {
    Charger charger(ChargerState state, Route route);
  }

  private final Routing routing;
  private final Store store;
  private final Workshop workshop;
  private final Time time;
  private final Map<ChargerId, Charger> chargers = new ConcurrentHashMap<>();

  Bridge(Routing routing, Store store, Workshop workshop, Time time) {
    this.routing = routing;
    this.store = store;
    this.workshop = workshop;
    this.time = time;
  }

  @Override
  public void admit(Caller caller) {
    if (routing.decide(caller.id()) instanceof Routing.Decision.Refused(String reason)) {
      throw new BridgeFault.UnknownCharger(reason);
    }
    if (chargers.size() >= CHARGERS_MAX && !chargers.containsKey(caller.id())) {
      throw new BridgeFault.UnknownCharger(
          "charger " + caller.id() + ": " + CHARGERS_MAX + " chargers are served already");
    }
  }

  @Override
  public <Q, A> A ask(Caller caller, Operation<Q, A> operation, Q request, List<Loss> losses) {
    Charger charger = chargers.computeIfAbsent(caller.id(), id -> create(id, caller.version()));
    charger.heard(caller, time.now());
    List<Loss> all = new ArrayList<>(losses);
    Q repaired = charger.quirks().request(operation, request, all);
    charger.session().losses().tell(operation.name(), all);
    return charger.answer(operation, repaired);
  }

  private Charger create(ChargerId id, SoapVersion version) {
    Route route =
        routing
            .of(id)
            .orElseThrow(() -> new BridgeFault.UnknownCharger("charger " + id + " has no route"));
    ChargerState state =
        store
            .find(id)
            .orElseGet(() -> ChargerState.fresh(id, version, numberFromClock(time.now())));
    return workshop.charger(state, route);
  }

  /**
   * The number before a charger's first transaction while state is only in memory: seconds since
   * 2020, so that the numbers of an earlier run of the process, one a second at most, lie below it.
   */
  static int numberFromClock(Instant now) {
    long seconds = Duration.between(Instant.parse("2020-01-01T00:00:00Z"), now).toSeconds();
    return (int) Math.floorMod(seconds, 1_500_000_000L);
  }

  /** The chargers heard since the start, by identity. */
  List<Charger> chargers() {
    return chargers.values().stream().sorted(Comparator.comparing(Charger::id)).toList();
  }

  /** The charger, if it was heard since the start; else null. */
  Charger charger(ChargerId id) {
    return chargers.get(id);
  }

  /** Closes the links of chargers that have been silent for too long. */
  void lookForSilence() {
    Instant now = time.now();
    chargers.values().forEach(charger -> charger.closeIfSilent(now));
  }

  /**
   * Lets the connected CSMSs take the transaction messages that wait; what is left then is told,
   * charger by charger. Blocks.
   */
  void drain(Duration longest) {
    Drain.start(this::chargers, time, longest).join();
    for (Charger charger : chargers()) {
      int left = charger.session().depth();
      if (left > 0) {
        LOG.warn("charger {}: {} messages did not reach the CSMS", charger.id(), left);
      }
    }
  }

  /** Closes all links, with the WebSocket's own farewell. */
  @Override
  public void close() {
    chargers.values().stream().map(Charger::link).forEach(CsmsLink::close);
  }
}
