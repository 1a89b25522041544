package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the chargers follow when somebody sets the clock: those that are served at once, others when
 * their state is taken up.
 */
final class ClockSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ClockSteps.class);

  /** After this time a store that could not take that the clock was set is told again. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  /** A clock that went back by less was adjusted, not set. */
  private static final Duration ADJUSTED = Duration.ofSeconds(-2);

  private final Time time;

  /** How far the clock was set since what was kept of chargers not served yet was written. */
  private volatile Duration set;

  /** Whose state was taken up by this process: it goes by the clock as it is set. */
  private final Set<ChargerId> known = ConcurrentHashMap.newKeySet();

  ClockSteps(Store store, Time time) {
    this.time = time;
    this.set = setBack(store, time.now());
  }

  /**
   * How far the clock went back, at least, while the bridge did not run: what has happened cannot
   * be to come.
   */
  private static Duration setBack(Store store, Instant now) {
    Instant latest =
        store.chargers().stream()
            .flatMap(id -> store.lastHeard(id).stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Duration back = Duration.between(latest, now);
    if (back.compareTo(ADJUSTED) > 0) {
      return Duration.ZERO;
    }
    LOG.warn("the clock was set back since the bridge was last run, by {} or more", back.negated());
    return back;
  }

  /** Somebody set the clock, forward or back. */
  void stepped(Duration by, Collection<Charger> served) {
    LOG.warn("the clock was set by {}", by);
    set = set.plus(by);
    served.forEach(charger -> noting(charger, ChargerSession::clockStepped));
  }

  /** How far it was set since what was kept of a charger not served yet was written. */
  Duration set() {
    return set;
  }

  /** A charger is served from now on, by a state that was kept or is fresh. */
  void takenUp(Charger charger, boolean kept) {
    Duration by = set;
    if (known.add(charger.id()) && kept && !by.isZero()) {
      noting(charger, session -> session.clockStepped(by));
    }
  }

  /** Nothing is kept of the charger any more. */
  void forget(ChargerId id) {
    known.remove(id);
  }

  private void noting(Charger charger, Consumer<ChargerSession> step) {
    try {
      step.accept(charger.session());
    } catch (BridgeFault.NotStored e) {
      time.at(time.steady().plus(STORE_RETRY), () -> noting(charger, step));
    }
  }
}
