package org.ocppbridge.adapter.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/**
 * The outbox half of a courier: when its rows came, who waits for their answers, and what the
 * answer of the CSMS to the first of them leads to: it is settled, tried again later, or given up.
 */
final class OutboxAnswers {
  private final Desk desk;
  private final TimeoutRule timeouts = new TimeoutRule();
  private final Map<Long, Waiter> waiting = new HashMap<>();

  /** When rows came, among the others; not of a backlog: that is overtaken anyway. */
  private final Map<Long, Long> arrivals = new HashMap<>();

  OutboxAnswers(Desk desk) {
    this.desk = desk;
  }

  /** A row came, in this place among all messages. */
  synchronized void arrived(Queued row, long arrival) {
    arrivals.put(row.seq(), arrival);
  }

  /** When a row came; before all others, if it is of a backlog. */
  synchronized long arrival(Queued row) {
    return arrivals.getOrDefault(row.seq(), 0L);
  }

  /** The link is another: what is there now is a backlog. */
  synchronized void forgetArrivals() {
    arrivals.clear();
  }

  /** Somebody waits for the answer to a row. */
  synchronized void await(Queued row, Waiter waiter) {
    waiting.put(row.seq(), waiter);
  }

  /** Where it is written down what becomes of a row, as far as somebody waits. */
  synchronized Sending sending(Queued row) {
    Waiter waiter = waiting.get(row.seq());
    return waiter == null ? Sending.NONE : waiter.sending();
  }

  /** Takes out who waits. */
  synchronized List<Waiter> takeWaiting() {
    List<Waiter> all = new ArrayList<>(waiting.values());
    waiting.clear();
    return all;
  }

  /** The CSMS answered some call: its link is not deaf. */
  synchronized void heard() {
    timeouts.answered();
  }

  /**
   * Does what the answer to the first row asks for.
   *
   * @param lost whether the connection it was sent over is gone
   * @throws org.ocppbridge.mappings.BridgeFault.NotStored if the store did not take it; then
   *     nothing has changed
   */
  void obey(Queued head, Reply reply, BooleanSupplier lost) {
    switch (reply) {
      case Reply.Result result -> settle(head, result, false);
      case Reply.Error error -> countAttempt(head, error);
      case Reply.Unsendable unsendable -> settle(head, unsendable, true);
      case Reply.None none -> {
        if (!lost.getAsBoolean()) {
          timedOut(head, none);
        }
      }
    }
  }

  private void timedOut(Queued head, Reply.None none) {
    boolean counts;
    synchronized (this) {
      counts = timeouts.counts();
    }
    if (counts) {
      countAttempt(head, none);
    } else {
      // Not counted: perhaps the whole link is deaf. Tried again after the interval all the same.
      Instant again = desk.now().plus(desk.retry().interval());
      desk.refused(new Queued(head.seq(), head.message(), head.at(), head.attempts(), again));
      tell(head, none);
    }
  }

  private void countAttempt(Queued head, Reply reply) {
    int attempts = head.attempts() + 1;
    if (attempts >= desk.retry().attempts()) {
      settle(head, reply, true);
    } else {
      desk.refused(head.refused(desk.now().plus(desk.retry().interval().multipliedBy(attempts))));
      tell(head, reply);
    }
  }

  private void settle(Queued head, Reply reply, boolean parked) {
    desk.settled(head, reply, parked);
    synchronized (this) {
      arrivals.remove(head.seq());
      timeouts.settled();
    }
    tell(head, reply);
  }

  private void tell(Queued head, Reply reply) {
    Waiter waiter;
    synchronized (this) {
      waiter = waiting.remove(head.seq());
    }
    if (waiter != null) {
      waiter.complete(reply);
    }
  }
}
