package org.ocppbridge.adapter.ledger;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * The bounds of the ledger.
 *
 * @param size most bytes on disk, all segments together
 * @param age how old an exchange may get; zero: as old as there is room
 * @param tokenAge how old an idTag may get in it; zero: as old as its exchange
 */
public record LedgerSettings(long size, Duration age, Duration tokenAge) {

  /** The defaults: 1 GB, 30 days. */
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(1L << 30, Duration.ofDays(30), Duration.ZERO);

  /** A segment ends after this time, a day at most: age is kept to that precision. */
  Duration segmentAge() {
    return Stream.of(age, tokenAge)
        .filter(Duration::isPositive)
        .map(bound -> bound.dividedBy(8))
        .reduce(Duration.ofDays(1), (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  /** Most characters kept of one message; the rest is cut, and {@link Wire#length} says so. */
  public static final int TEXT_MAX = 64 * 1024;

  /** Most exchanges that wait to be written; more are left out and counted. */
  static final int QUEUE_MAX = 8_192;

  /** Most bytes that these hold on to. */
  static final long QUEUE_BYTES = 32L << 20;

  /** How long an exchange waits for what it led to after its asker was answered. */
  static final Duration LINGER = Duration.ofSeconds(10);

  /** Most exchanges that wait so; over it the oldest is written as it is. */
  static final int LINGERING_MAX = 4_096;
}
