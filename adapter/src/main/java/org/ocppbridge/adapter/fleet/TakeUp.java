package org.ocppbridge.adapter.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on, after a start, with the chargers that the store knows. */
final class TakeUp {
  private static final Logger LOG = LoggerFactory.getLogger(TakeUp.class);

  private final ServedChargers served;
  private final Store store;
  private final ClockSteps clock;
  private final Time time;
  private final BooleanSupplier stopping;

  /**
   * @param stopping whether it is of no use any more
   */
  TakeUp(
      ServedChargers served, Store store, ClockSteps clock, Time time, BooleanSupplier stopping) {
    this.served = served;
    this.store = store;
    this.clock = clock;
    this.time = time;
    this.stopping = stopping;
  }

  /** Those with messages waiting come first. */
  void all() {
    List<ChargerId> known = new ArrayList<>(store.chargers());
    Set<ChargerId> owing =
        known.stream().filter(id -> store.depth(id) > 0).collect(Collectors.toSet());
    known.sort(Comparator.comparing(id -> !owing.contains(id)));
    for (ChargerId id : known) {
      if (stopping.getAsBoolean()) {
        return;
      }
      if (served.count() >= served.max()) {
        LOG.warn("limits.chargers, {}, are taken up; others when they are heard", served.max());
        return;
      }
      one(id);
    }
    if (served.count() > 0) {
      LOG.info("{} chargers are known from before", served.count());
    }
  }

  private void one(ChargerId id) {
    if (served.routing().decide(id) instanceof Routing.Decision.Refused(String reason)) {
      LOG.warn("charger {} is known from before but {}; {} wait", id, reason, store.depth(id));
      return;
    }
    try {
      Charger charger = served.takeUp(id);
      charger.takeUp(
          store.lastHeard(id).map(at -> at.plus(clock.set())).orElse(Instant.EPOCH),
          time.now().minus(SilenceWatch.HEARD_EVERY));
    } catch (RuntimeException e) {
      LOG.error("charger {} is known from before but cannot be taken up", id, e);
    }
  }
}
