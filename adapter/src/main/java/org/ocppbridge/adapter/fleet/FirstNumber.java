package org.ocppbridge.adapter.fleet;

import java.time.Duration;
import java.time.Instant;

/** The number before a charger's first transaction. */
public final class FirstNumber {
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

  private FirstNumber() {}

  /**
   * Seconds since 2020. All numbers given before, one a second at most, lie below it, also those of
   * a store that was lost or a charger that was forgotten.
   */
  public static int at(Instant now) {
    return (int) Math.floorMod(Duration.between(BEGIN, now).toSeconds(), 1_500_000_000L);
  }
}
