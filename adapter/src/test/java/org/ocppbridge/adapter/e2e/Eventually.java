package org.ocppbridge.adapter.e2e;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what has to come about, long enough for a busy machine. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);

  private Eventually() {}

  /**
   * Waits until something is so.
   *
   * @param what said when it never is
   */
  public static void is(Supplier<String> what, BooleanSupplier condition) {
    try {
      Awaitility.await().atMost(PATIENCE).pollInterval(POLL).until(condition::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("never came about: " + what.get(), e);
    }
  }

  public static void is(String what, BooleanSupplier condition) {
    is(() -> what, condition);
  }
}
