package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import org.ocppbridge.mappings.Queued;

/**
 * When what waits first of one charger may be sent: after the wait for its next try, and, if it
 * belongs to a backlog, in its turn among all chargers of the target. A charger has one place in
 * that row at a time, however much of it waits. Not safe for use by several threads: the courier's
 * lock guards it.
 */
final class HeadTurn {

  /** Times this close to each other are the same. */
  private static final Duration TOLERANCE = Duration.ofMillis(10);

  private final DrainPace pace;

  /** What has a place in the drain. */
  private record Placed(boolean row, long number, int attempts) {}

  /** Null: nothing. */
  private Placed placed;

  private long place;

  /**
   * When the next try of a row is due.
   *
   * @param notBefore the same by the clock, as it was set then
   * @param at by {@link Desk#steady}
   */
  private record Due(long seq, Instant notBefore, Instant at) {}

  /** Null: no row was looked at. */
  private Due due;

  /** When somebody looks again; null: no such look is to come. */
  private Instant alarm;

  HeadTurn(DrainPace pace) {
    this.pace = pace;
  }

  /**
   * The time until it may be sent; zero or less: now.
   *
   * @param backlog whether it was there when the link came up
   * @param desk says what time it is, and how long a try may have to wait
   */
  Duration left(Queued head, boolean backlog, Desk desk) {
    Duration wait = untilNextTry(head, desk);
    if (wait.isPositive() || !backlog) {
      return wait;
    }
    return untilPlaceOf(new Placed(true, head.seq(), head.attempts()));
  }

  /**
   * The time until a message outside transactions may be sent that waited when the link came up.
   */
  Duration left(Others.Item item) {
    return untilPlaceOf(new Placed(false, item.arrival(), 0));
  }

  private Duration untilPlaceOf(Placed what) {
    if (!what.equals(placed)) {
      placed = what;
      place = pace.take();
    }
    return pace.until(place);
  }

  /**
   * By the clock only when a row is looked at first, so that it may be set while the row waits. A
   * wait that no rule could have led to means that it was set back before: then none at all.
   */
  private Duration untilNextTry(Queued head, Desk desk) {
    if (due == null || due.seq() != head.seq() || !due.notBefore().equals(head.notBefore())) {
      Duration byClock = Duration.between(desk.now(), head.notBefore());
      due = new Due(head.seq(), head.notBefore(), desk.steady().plus(byClock));
    }
    Duration wait = Duration.between(desk.steady(), due.at());
    Duration longest = desk.retry().interval().multipliedBy(Math.max(1, head.attempts()));
    return wait.compareTo(longest) > 0 ? Duration.ZERO : wait;
  }

  /** The connection is another: its places are worth nothing any more. */
  void forget() {
    placed = null;
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
