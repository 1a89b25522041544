package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast one CSMS gets what waited for it: places in a row, an equal time apart, for the backlogs
 * of all its chargers together. Without it a CSMS that comes back would be run over.
 */
public final class DrainPace {

  /** How much of a late timer may be made up for. */
  private static final long CATCH_UP = Duration.ofMillis(50).toNanos();

  private long interval;
  private final LongSupplier nanos;
  private long next;

  /**
   * A pace.
   *
   * @param perSecond messages a second
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public DrainPace(int perSecond, LongSupplier nanos) {
    this.nanos = nanos;
    this.next = nanos.getAsLong();
    keep(perSecond);
  }

  /** Keeps another pace from now on, in messages a second. */
  public final synchronized void keep(int perSecond) {
    interval = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Takes the next place; returns its time by the clock of nanoseconds. */
  public synchronized long take() {
    long earliest = nanos.getAsLong() - CATCH_UP;
    long place = next - earliest < 0 ? earliest : next;
    next = place + interval;
    return place;
  }

  /** The time until a place; negative when it is over. */
  public Duration until(long place) {
    return Duration.ofNanos(place - nanos.getAsLong());
  }
}
