package org.ocppbridge.mappings;

import java.util.Set;

/**
 * What kinds of wake-ups there are, for those that keep them through restarts and changes of the
 * clock. The kind is what stands before the first slash of a reason.
 */
public final class WakeUps {

  /** Ends of reservations, monitors aligned to the clock, certificates. */
  private static final Set<String> BY_THE_CLOCK = Set.of("reservation", "monitor", "certificate");

  /** Ends of transactions, boots, uploads and statuses that the charger should have told. */
  private static final Set<String> FOR_THE_CHARGER =
      Set.of(
          "orphan",
          "silent",
          "resetBoot",
          "log",
          "closed",
          "availability",
          "scheduled",
          "reserved",
          "released");

  private WakeUps() {}

  /**
   * Whether it is for a time of day that others named; others are for some time after something.
   */
  public static boolean byTheClock(String reason) {
    return BY_THE_CLOCK.contains(kind(reason));
  }

  /**
   * Whether it ends a wait for something the charger has to say. The charger can only say it while
   * the bridge runs.
   */
  public static boolean forTheCharger(String reason) {
    return FOR_THE_CHARGER.contains(kind(reason));
  }

  private static String kind(String reason) {
    int end = reason.indexOf('/');
    return end < 0 ? reason : reason.substring(0, end);
  }
}
