package org.ocppbridge.adapter.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Tells from the times in one charger's messages whether its clock is off. A time in the future is
 * proof. A time in the past may just be that of an event told late; but if several messages in a
 * row are late by about the same, the clock is behind.
 */
public final class ClockCheck {

  /** A clock that is off by less is good enough. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Messages in a row that have to agree. */
  static final int AGREEING = 5;

  /** By how much they may differ to count as agreeing. */
  static final Duration SPREAD = Duration.ofMinutes(1);

  private final Deque<Duration> late = new ArrayDeque<>(AGREEING);

  /**
   * Takes the time in a message that has just come.
   *
   * @return how far the clock is ahead (negative: behind), if that can be told now
   */
  public synchronized Optional<Duration> seen(Instant said, Instant now) {
    Duration lately = Duration.ofSeconds(now.getEpochSecond() - said.getEpochSecond());
    if (late.size() == AGREEING) {
      late.removeFirst();
    }
    late.addLast(lately);
    boolean agree =
        late.size() == AGREEING
            && most().minus(late.stream().min(Duration::compareTo).orElseThrow()).compareTo(SPREAD)
                <= 0;
    return agree || lately.compareTo(TOLERANCE) <= 0
        ? Optional.of(lately.negated())
        : Optional.empty();
  }

  private Duration most() {
    return late.stream().max(Duration::compareTo).orElseThrow();
  }

  /** Whether a clock that is off by so much is a mistake. */
  public static boolean isOff(Duration ahead) {
    return ahead.abs().compareTo(TOLERANCE) > 0;
  }

  /** In words, for example {@code it is about 2 hours behind}. */
  public static String words(Duration ahead) {
    Duration off = ahead.abs();
    String amount =
        off.toDays() > 1
            ? off.toDays() + " days"
            : off.toHours() > 1 ? off.toHours() + " hours" : off.toMinutes() + " minutes";
    return "it is about " + amount + (ahead.isNegative() ? " behind" : " ahead");
  }
}
