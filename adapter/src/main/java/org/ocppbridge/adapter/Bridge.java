package org.ocppbridge.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.ledger.ExchangeRecorder;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Operation;

/**
 * The straight line through the house: a charger's request to the CSMS and its answer back. Lets
 * the charger in, finds it in the fleet and has it answer; the line back, a command of the CSMS,
 * begins at the {@link Charger} itself, whose link it comes by.
 */
final class Bridge implements ChargerRequests {
  private final ChargerFleet fleet;
  private final Store store;
  private final Doorkeeper door;
  private volatile ExchangeRecorder recorder = ExchangeRecorder.NONE;

  /**
   * @param door who may speak as a charger
   */
  Bridge(ChargerFleet fleet, Store store, Doorkeeper door) {
    this.fleet = fleet;
    this.store = store;
    this.door = door;
  }

  /** Has exchanges written down; called once, before anything else. */
  void record(ExchangeRecorder itsRecorder) {
    recorder = itsRecorder;
  }

  @Override
  public ExchangeRecorder recorder() {
    return recorder;
  }

  @Override
  public void admit(Caller caller) {
    switch (fleet.routing().decide(caller.id())) {
      case Routing.Decision.Refused(String reason) -> throw new BridgeFault.UnknownCharger(reason);
      case Routing.Decision.Admitted(Route route) -> door.admit(caller, route.settings().access());
    }
    fleet.makeRoom(caller.id());
  }

  @Override
  public <Q, A> A ask(Caller caller, Operation<Q, A> operation, Q request, List<Loss> losses) {
    store
        .trouble()
        .ifPresent(
            trouble -> {
              throw new BridgeFault.NotStored("the store takes nothing: " + trouble);
            });
    if (request instanceof BootNotification.Request boot) {
      fleet
          .routing()
          .of(caller.id())
          .ifPresent(route -> door.booted(caller, route.settings().access(), boot));
    }
    Charger charger = fleet.enter(caller);
    WatchedExchange.current().ifPresent(e -> e.csms(charger.route().target().protocol()));
    try {
      List<Loss> all = new ArrayList<>(losses);
      Q repaired = charger.quirks().request(operation, request, all);
      charger.session().losses().tell(operation.name(), all);
      return charger.answer(operation, repaired);
    } finally {
      charger.session().occupancy().leave();
    }
  }

  @Override
  public void tell(ChargerId id, String what, List<Loss> losses) {
    Optional.ofNullable(fleet.charger(id))
        .ifPresent(it -> it.session().losses().tell(what, losses));
  }
}
