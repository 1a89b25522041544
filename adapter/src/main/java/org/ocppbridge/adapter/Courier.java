package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/**
 * Carries one charger's messages to the CSMS, one at a time. Transaction messages come from the
 * store's outbox, strictly first in, first out; the others wait here. Arrival order holds between
 * the two, but for one case: while the outbox waits (a retry, a backlog) the others overtake it.
 */
final class Courier {

  /** Most messages outside transactions waiting for one charger; over it the oldest is dropped. */
  static final int OTHERS_MAX = 500;

  private static final String NOT_ACCEPTED = "the CSMS has not accepted the charger";

  /** What the courier asks of the charger's session. */
  interface Desk {
    /** The first row of the outbox. */
    Optional<Queued> head();

    Clearance clearance(Message message);

    /** The row's message with everything filled in. */
    Message filledIn(Queued head);

    /** The CSMS answered a row, or its attempts are used up: takes it out of the outbox. */
    void settled(Queued head, Reply reply, boolean parked);

    /** How a refused row is repeated now; the CSMS may change it. */
    Retry retry();

    /** The CSMS refused a row; it stays the head and is tried again. */
    void refused(Queued head);

    /** The answer to a message nobody waits for. */
    void answeredLate(Message message, Reply reply);

    Instant now();

    void wakeAt(Instant time);
  }

  /** How a refused row is repeated (1.6 §3.7.1): {@code interval} times the preceding attempts. */
  record Retry(int attempts, Duration interval) {}

  private record Item(
      long arrival, Message message, CompletableFuture<Reply> reply, boolean waitedFor) {}

  private final CsmsLink link;
  private final Desk desk;
  private final Duration callTimeout;
  private final Executor executor;

  private final List<Item> others = new ArrayList<>();
  private final Map<Long, CompletableFuture<Reply>> waiting = new HashMap<>();
  private final Map<Long, Long> arrivals = new HashMap<>();
  private long lastArrival;
  private boolean busy;
  private boolean behind;
  private long answered;

  /** {@link #answered} when the head timed out; a timeout counts once another call was answered. */
  private long answeredAtTimeout = -1;

  /** Rises when the link comes up and when it goes down. */
  private volatile long connection;

  private long dropped;

  Courier(CsmsLink link, Desk desk, Duration callTimeout, Executor executor) {
    this.link = link;
    this.desk = desk;
    this.callTimeout = callTimeout;
    this.executor = executor;
  }

  /**
   * Takes a message outside transactions.
   *
   * @param waitedFor whether somebody waits for the answer
   * @return the answer; completed at once with {@link Reply.None} if it cannot be sent now
   */
  CompletableFuture<Reply> post(Message message, boolean waitedFor) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    synchronized (this) {
      boolean away = away();
      if (away && message.delivery() == Delivery.VOLATILE) {
        reply.complete(new Reply.None(noConnection()));
        return reply;
      }
      others.add(new Item(++lastArrival, message, reply, waitedFor && !away));
      if (away) {
        keepLatest();
        reply.complete(new Reply.None(noConnection()));
      }
      if (others.size() > OTHERS_MAX) {
        others.removeFirst().reply().complete(new Reply.None("too many messages wait"));
        dropped++;
      }
    }
    pump();
    return reply;
  }

  /**
   * A transaction message was appended to the outbox.
   *
   * @return the answer; completed at once with {@link Reply.None} if it cannot be sent now
   */
  CompletableFuture<Reply> appended(Queued row) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    synchronized (this) {
      arrivals.put(row.seq(), ++lastArrival);
      if (away()) {
        reply.complete(new Reply.None(noConnection()));
      } else if (desk.clearance(row.message()) == Clearance.DENIED) {
        reply.complete(new Reply.None(NOT_ACCEPTED));
      } else {
        waiting.put(row.seq(), reply);
      }
    }
    return reply;
  }

  void linkUp() {
    synchronized (this) {
      connection++;
      behind = desk.head().isPresent();
    }
    pump();
  }

  void linkDown(String reason) {
    List<CompletableFuture<Reply>> hopeless = new ArrayList<>();
    synchronized (this) {
      connection++;
      hopeless.addAll(waiting.values());
      waiting.clear();
      others.removeIf(
          item -> {
            if (item.message().delivery() != Delivery.VOLATILE) {
              return false;
            }
            hopeless.add(item.reply());
            return true;
          });
      others.forEach(item -> hopeless.add(item.reply()));
      keepLatest();
    }
    Reply.None none = new Reply.None(reason);
    hopeless.forEach(reply -> reply.complete(none));
  }

  /** Messages outside transactions that had to be dropped because too many waited. */
  synchronized long dropped() {
    return dropped;
  }

  synchronized int othersWaiting() {
    return others.size();
  }

  /** Sends the next message if one is due and none is under way. */
  void pump() {
    Runnable next;
    synchronized (this) {
      if (busy || link.state() != CsmsLink.State.UP) {
        return;
      }
      next = choose();
      busy = next != null;
    }
    if (next != null) {
      executor.execute(next);
    }
  }

  private Runnable choose() {
    Item other = nextOther();
    Queued head = desk.head().orElse(null);
    if (head == null) {
      behind = false;
      return other == null ? null : take(other);
    }
    boolean cleared = desk.clearance(head.message()) == Clearance.GRANTED;
    boolean due = cleared && !desk.now().isBefore(head.notBefore());
    long arrival = arrivals.getOrDefault(head.seq(), 0L);
    boolean overtake = behind || !due || head.attempts() > 0;
    if (other != null && (overtake || other.arrival() < arrival)) {
      return take(other);
    }
    if (due) {
      return () -> sendHead(head);
    }
    if (desk.now().isBefore(head.notBefore())) {
      desk.wakeAt(head.notBefore());
    }
    return null;
  }

  private Runnable take(Item item) {
    others.remove(item);
    return () -> sendOther(item);
  }

  /** The first message that may be sent; drops those that nobody wants any more. */
  private Item nextOther() {
    for (var it = others.iterator(); it.hasNext(); ) {
      Item item = it.next();
      boolean kept = item.message().delivery() != Delivery.VOLATILE;
      boolean abandoned = item.waitedFor() && item.reply().isDone() && !kept;
      if (abandoned) {
        it.remove();
        continue;
      }
      Clearance clearance = desk.clearance(item.message());
      if (clearance == Clearance.GRANTED) {
        return item;
      }
      if (clearance == Clearance.DENIED && !kept) {
        it.remove();
        item.reply().complete(new Reply.None(NOT_ACCEPTED));
      }
    }
    return null;
  }

  private void sendOther(Item item) {
    long over = connection;
    then(
        link.call(item.message().action(), item.message().payload(), callTimeout),
        reply -> otherAnswered(item, reply, over));
  }

  private void otherAnswered(Item item, Reply reply, long over) {
    try {
      boolean unsent = reply instanceof Reply.None && lost(over);
      if (unsent && item.message().delivery() != Delivery.VOLATILE) {
        putBack(item);
      }
      boolean heard = item.reply().complete(reply) && item.waitedFor();
      if (!heard && !(reply instanceof Reply.None)) {
        desk.answeredLate(item.message(), reply);
      }
    } finally {
      done(!(reply instanceof Reply.None));
    }
  }

  private synchronized void putBack(Item item) {
    others.addFirst(new Item(item.arrival(), item.message(), item.reply(), false));
    keepLatest();
  }

  private void sendHead(Queued head) {
    long over = connection;
    CompletableFuture<Reply> call;
    try {
      Message message = desk.filledIn(head);
      call = link.call(message.action(), message.payload(), callTimeout);
    } catch (RuntimeException e) {
      call = CompletableFuture.completedFuture(new Reply.Error("InternalError", e.toString()));
    }
    then(call, reply -> headAnswered(head, reply, over));
  }

  private void headAnswered(Queued head, Reply reply, long over) {
    try {
      switch (reply) {
        case Reply.Result result -> settle(head, result, false);
        case Reply.Error error -> countAttempt(head, error);
        case Reply.None none -> {
          if (!lost(over)) {
            timedOut(head, none);
          }
        }
      }
    } finally {
      done(!(reply instanceof Reply.None));
    }
  }

  private void timedOut(Queued head, Reply.None none) {
    boolean othersAreAnswered;
    synchronized (this) {
      othersAreAnswered = answeredAtTimeout >= 0 && answered > answeredAtTimeout;
      answeredAtTimeout = answered;
    }
    if (othersAreAnswered) {
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
      answeredAtTimeout = -1;
    }
    tell(head, reply);
  }

  private void tell(Queued head, Reply reply) {
    CompletableFuture<Reply> waiter;
    synchronized (this) {
      waiter = waiting.remove(head.seq());
    }
    if (waiter != null) {
      waiter.complete(reply);
    }
  }

  private void done(boolean wasAnswered) {
    synchronized (this) {
      busy = false;
      if (wasAnswered) {
        answered++;
      }
    }
    pump();
  }

  /** Whether the connection that a message was sent over is gone, so that nothing was timed. */
  private boolean lost(long over) {
    return over != connection || link.state() != CsmsLink.State.UP;
  }

  private boolean away() {
    CsmsLink.State state = link.state();
    return state == CsmsLink.State.BACK_OFF || state == CsmsLink.State.CLOSED;
  }

  private String noConnection() {
    String trouble = link.trouble();
    return trouble.isEmpty() ? "no connection to the CSMS" : trouble;
  }

  /** While the CSMS is away: the last message of each LATEST key, the last few of a BOUNDED one. */
  private void keepLatest() {
    Map<String, Integer> seen = new HashMap<>();
    Set<Item> old = new HashSet<>();
    for (Item item : others.reversed()) {
      int max = item.message().delivery() == Delivery.LATEST ? 1 : Message.BOUNDED_MAX;
      if (seen.merge(item.message().key(), 1, Integer::sum) > max) {
        old.add(item);
      }
    }
    others.removeAll(old);
  }

  private void then(CompletableFuture<Reply> call, Consumer<Reply> next) {
    var _ =
        call.whenComplete(
            (reply, failure) -> executor.execute(() -> next.accept(orNone(reply, failure))));
  }

  private static Reply orNone(Reply reply, Throwable failure) {
    return failure == null ? reply : new Reply.None(failure.toString());
  }
}
