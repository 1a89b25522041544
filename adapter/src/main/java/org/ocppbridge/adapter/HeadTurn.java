package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import org.ocppbridge.mappings.Queued;

/**
 * When the first row of one charger's outbox may be sent: after the wait for its next try, and, if
 * it belongs to a backlog, in its turn among all chargers of the target. Not safe for use by
 * several threads: the courier's lock guards it.
 */
final class HeadTurn {

  /** Times this close to each other are the same. */
  private static final Duration TOLERANCE = Duration.ofMillis(10);

  private final DrainPace pace;

  /** The row that has a place in the drain; -1: none. */
  private long placed = -1;

  private int attempts;
  private long place;

  /** When somebody looks again; null: no such look is to come. */
  private Instant alarm;

  HeadTurn(DrainPace pace) {
    this.pace = pace;
  }

  /**
   * The time until it may be sent; zero or less: now.
   *
   * @param backlog whether it was there when the link came up
   */
  Duration left(Queued head, boolean backlog, Instant now, Desk.Retry retry) {
    Duration wait = untilNextTry(head, now, retry);
    if (wait.isPositive() || !backlog) {
      return wait;
    }
    if (placed != head.seq() || attempts != head.attempts()) {
      placed = head.seq();
      attempts = head.attempts();
      place = pace.take();
    }
    return pace.until(place);
  }

  /** A wait that no rule could have led to means that the clock was set back: then none at all. */
  private static Duration untilNextTry(Queued head, Instant now, Desk.Retry retry) {
    Duration wait = Duration.between(now, head.notBefore());
    Duration longest = retry.interval().multipliedBy(Math.max(1, head.attempts()));
    return wait.compareTo(longest) > 0 ? Duration.ZERO : wait;
  }

  /** The connection is another: its places are worth nothing any more. */
  void forget() {
    placed = -1;
  }

  /** Whether a look at that time has to be arranged; true at most once for each time. */
  boolean arrange(Instant at) {
    if (alarm != null && Duration.between(alarm, at).abs().compareTo(TOLERANCE) <= 0) {
      return false;
    }
    alarm = at;
    return true;
  }

  /** The look is there. */
  void looked() {
    alarm = null;
  }
}
