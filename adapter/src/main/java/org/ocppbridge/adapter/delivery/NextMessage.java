package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Queued;

/**
 * Chooses what a courier sends next: the first row of the outbox or one of the others. See {@link
 * Courier} for the order. Guarded by the courier's lock.
 */
final class NextMessage {
  private final Desk desk;
  private final Others others;
  private final OutboxAnswers outbox;
  private final HeadTurn turn;
  private final Runnable lookAgain;

  /** The last arrival before the link came up. */
  private long lastOfBacklog;

  private boolean behind;

  /**
   * @param lookAgain told when something falls due
   */
  NextMessage(
      Desk desk, Others others, OutboxAnswers outbox, DrainPace drainPace, Runnable lookAgain) {
    this.desk = desk;
    this.others = others;
    this.outbox = outbox;
    this.turn = new HeadTurn(drainPace);
    this.lookAgain = lookAgain;
  }

  /** What is to be sent. */
  sealed interface Choice {
    record Row(Queued row) implements Choice {}

    record Other(Others.Item item) implements Choice {}
  }

  /**
   * The link came up: what waits now is a backlog.
   *
   * @param lastArrival the last message outside transactions that has come
   */
  void linkUp(long lastArrival) {
    turn.forget();
    lastOfBacklog = lastArrival;
    behind = desk.head().isPresent();
  }

  /** Whether rows of a backlog wait. */
  boolean behind() {
    return behind;
  }

  /** The time has come that was waited for. */
  void looked() {
    turn.looked();
  }

  /** What may be sent now; what is chosen of the others is taken out of them. */
  Optional<Choice> choose() {
    Others.Item other = others.next(desk::clearance);
    Queued head = desk.head().orElse(null);
    behind &= head != null;
    if (other != null && other.isBacklog(lastOfBacklog)) {
      Duration left = turn.left(other);
      if (left.isPositive()) {
        lookAgainIn(left);
        other = others.nextPast(lastOfBacklog, desk::clearance);
        head = behind ? null : head;
      }
    }
    return choose(other, head);
  }

  /** Of the first of each; null: there is none. */
  private Optional<Choice> choose(Others.Item other, Queued head) {
    if (head == null || behind && other != null) {
      return other == null ? Optional.empty() : take(other);
    }
    boolean cleared = desk.clearance(head.message()) == Clearance.GRANTED;
    Duration left = cleared ? turn.left(head, behind, desk) : Duration.ZERO;
    boolean due = cleared && !left.isPositive();
    boolean overtake = !due || head.attempts() > 0;
    if (other != null && (overtake || other.arrival() < outbox.arrival(head))) {
      return take(other);
    }
    if (due) {
      return Optional.of(new Choice.Row(head));
    }
    if (left.isPositive()) {
      lookAgainIn(left);
    }
    return Optional.empty();
  }

  private Optional<Choice> take(Others.Item item) {
    others.remove(item);
    return Optional.of(new Choice.Other(item));
  }

  private void lookAgainIn(Duration left) {
    Instant at = desk.steady().plus(left);
    if (turn.arrange(at)) {
      desk.wakeAt(at, lookAgain);
    }
  }
}
