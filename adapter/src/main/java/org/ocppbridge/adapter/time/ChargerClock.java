package org.ocppbridge.adapter.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of day as one charger's state knows it. Small adjustments of the bridge's clock it
 * follows at once; when somebody sets the clock it goes on by the old time until the state is told,
 * so that no state ever holds times by both.
 */
public final class ChargerClock {

  /** A smaller difference is an adjustment. */
  static final Duration STEP = Duration.ofSeconds(2);

  private final Time time;
  private Duration ahead;

  /** Goes by the time of day as it is now. */
  public ChargerClock(Time time) {
    this.time = time;
    this.ahead = actual();
  }

  private Duration actual() {
    return Duration.between(time.steady(), time.now());
  }

  /** The time of day as the state knows it. */
  public synchronized Instant now() {
    if (behind().isZero()) {
      ahead = actual();
    }
    return time.steady().plus(ahead);
  }

  /** How far the clock was set that the state does not know of; zero: it was not. */
  public synchronized Duration behind() {
    Duration by = actual().minus(ahead);
    return by.abs().compareTo(STEP) > 0 ? by : Duration.ZERO;
  }

  /** The state knows now that the clock was set so far. */
  public synchronized void set(Duration by) {
    ahead = ahead.plus(by);
  }
}
