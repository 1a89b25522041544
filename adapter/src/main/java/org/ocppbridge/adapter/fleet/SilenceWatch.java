package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for chargers that have been silent for too long: their links are closed, the store is told
 * who was heard, and where room gets scarce those that are gone are forgotten.
 */
final class SilenceWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

  /** How often the store is told who was heard. */
  static final Duration HEARD_EVERY = Duration.ofMinutes(5);

  private final ServedChargers served;
  private final Store store;
  private final ClockSteps clock;
  private final Time time;

  /** Who was heard when, as the store was told last; by {@link Time#steady}. */
  private final Map<ChargerId, Instant> told = new ConcurrentHashMap<>();

  /** By {@link Time#steady}. */
  private volatile Instant toldAt = Instant.EPOCH;

  SilenceWatch(ServedChargers served, Store store, ClockSteps clock, Time time) {
    this.served = served;
    this.store = store;
    this.clock = clock;
    this.time = time;
  }

  /** Looks once. */
  void look() {
    served.all().forEach(Charger::closeIfSilent);
    if (!time.steady().isBefore(toldAt.plus(HEARD_EVERY))) {
      tellHeard();
    }
    int tooMany = served.count() - (served.max() - served.max() / 10);
    if (tooMany >= 0) {
      forget(tooMany + 1);
    }
  }

  /**
   * Tells the store who was heard since it was told last.
   *
   * @throws org.ocppbridge.mappings.BridgeFault.NotStored if it takes nothing
   */
  void tellHeard() {
    toldAt = time.steady();
    Map<ChargerId, Instant> lately = new HashMap<>();
    Map<ChargerId, Instant> now = new HashMap<>();
    for (Charger charger : served.all()) {
      if (!charger.heardAt().equals(told.getOrDefault(charger.id(), Instant.EPOCH))) {
        lately.put(charger.id(), charger.lastHeard());
        now.put(charger.id(), charger.heardAt());
      }
    }
    store.heard(lately);
    told.putAll(now);
  }

  /** The clock was set: what the store was told so far is wrong. */
  void tellAnew() {
    told.clear();
    toldAt = Instant.EPOCH;
  }

  /**
   * Forgets so many chargers that are gone and for whom nothing waits, the longest silent first.
   */
  private void forget(int count) {
    List<ChargerId> gone =
        served.all().stream()
            .filter(this::isGone)
            .sorted(Comparator.comparing(Charger::heardAt))
            .limit(count)
            .map(Charger::id)
            .toList();
    gone.forEach(id -> served.change(id, this::forgotten));
    if (!gone.isEmpty()) {
      LOG.info("{} chargers that were gone are forgotten, to make room for others", gone.size());
    }
  }

  private Charger forgotten(Charger charger) {
    if (!isGone(charger)) {
      return charger;
    }
    store.forget(charger.id());
    told.remove(charger.id());
    clock.forget(charger.id());
    served.release(charger);
    return null;
  }

  private boolean isGone(Charger charger) {
    ChargerSession session = charger.session();
    return charger.link().state() == CsmsLink.State.CLOSED
        && store.deadLetters(charger.id()).kept().isEmpty()
        && session.depth() == 0
        && session.courier().othersWaiting() == 0
        && session.state().transactions().open().findAny().isEmpty();
  }
}
