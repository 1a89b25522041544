package org.ocppbridge.adapter.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of exchanges: microseconds since 1970, or one more than the last, never the same. */
final class Ids {
  private final InstantSource clock;
  private final AtomicLong last;

  /**
   * @param last the largest one given out before
   */
  Ids(InstantSource clock, long last) {
    this.clock = clock;
    this.last = new AtomicLong(last);
  }

  long next() {
    long now = of(clock.instant());
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }

  /** The smallest one of that time or later. */
  static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
