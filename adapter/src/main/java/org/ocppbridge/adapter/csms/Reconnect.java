package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before dialling again: the RetryBackOff rules of OCPP 2.0.1 part 4 §5.3, used
 * for both versions since 1.6 has none.
 *
 * @param waitMinimum wait before the first re-dial; doubled with every further one
 * @param randomRange up to this is added at random, each time
 * @param repeatTimes how often the wait is doubled at most
 */
public record Reconnect(Duration waitMinimum, Duration randomRange, int repeatTimes) {

  /** 10 s, up to 10 s more, doubled five times. */
  public static final Reconnect DEFAULT =
      new Reconnect(Duration.ofSeconds(10), Duration.ofSeconds(10), 5);

  /** Most doublings that make sense. */
  public static final int REPEAT_TIMES_MAX = 16;

  public Reconnect {
    if (waitMinimum.isNegative() || randomRange.isNegative()) {
      throw new IllegalArgumentException(
          "reconnect: waitMinimum and randomRange must not be negative");
    }
    if (repeatTimes < 0 || repeatTimes > REPEAT_TIMES_MAX) {
      throw new IllegalArgumentException(
          "reconnect: repeatTimes must lie between 0 and "
              + REPEAT_TIMES_MAX
              + ", not "
              + repeatTimes);
    }
  }

  /**
   * The next wait.
   *
   * @param before how many re-dials there were already since the link was last well
   */
  Duration waitAfter(int before, RandomGenerator random) {
    Duration doubled = waitMinimum.multipliedBy(1L << Math.min(before, repeatTimes));
    long range = randomRange.toMillis();
    return doubled.plusMillis(range == 0 ? 0 : random.nextLong(range + 1));
  }
}
