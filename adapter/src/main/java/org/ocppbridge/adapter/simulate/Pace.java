package org.ocppbridge.adapter.simulate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A simulation's time: the clock, and waits that are shortened by the simulation's speed and end
 * when it is stopped.
 */
final class Pace {
  private final Clock clock;
  private final double speed;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Pace(Clock clock, double speed) {
    this.clock = clock;
    this.speed = speed;
  }

  /** The time, in whole seconds, as chargers write it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  Instant exactNow() {
    return clock.instant();
  }

  /** Waits; returns whether the simulation goes on. */
  boolean rest(Duration duration) {
    return await((long) Math.min(duration.toNanos() / speed, (double) Long.MAX_VALUE));
  }

  /** Waits in true time, not shortened; returns whether the simulation goes on. */
  boolean restTruly(Duration duration) {
    return await(duration.toNanos());
  }

  private boolean await(long nanos) {
    try {
      return !stopped.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean over() {
    return stopped.getCount() == 0;
  }

  void stop() {
    stopped.countDown();
  }
}
