package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.BridgeFault;
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

  /** An answer that has not left after this time is not waited for any more. */
  private static final Duration HOLD_MAX = Duration.ofSeconds(10);

  /** After this time a store that could not take what the CSMS answered is asked again. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  static final String NOT_ACCEPTED = "the CSMS has not accepted the charger";

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

    void wakeAt(Instant time, Runnable alarm);
  }

  /** How a refused row is repeated (1.6 §3.7.1): {@code interval} times the preceding attempts. */
  record Retry(int attempts, Duration interval) {}

  private final CsmsLink link;
  private final Desk desk;
  private final Duration callTimeout;
  private final Executor executor;

  private final Others others = new Others();
  private final Map<Long, CompletableFuture<Reply>> waiting = new HashMap<>();
  private final Map<Long, Long> arrivals = new HashMap<>();
  private long lastArrival;
  private boolean busy;
  private int holds;
  private boolean behind;
  private long answered;

  /** {@link #answered} when the head timed out; a timeout counts once another call was answered. */
  private long answeredAtTimeout = -1;

  /** When {@link #pump} is called next for the head's sake; null: no such call is to come. */
  private Instant alarm;

  /** Rises when the link comes up and when it goes down. */
  private volatile long connection;

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
      others.add(new Others.Item(++lastArrival, message, reply, waitedFor && !away));
      if (away) {
        others.keepLatest();
        reply.complete(new Reply.None(noConnection(), true));
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
    List<CompletableFuture<Reply>> hopeless;
    List<CompletableFuture<Reply>> kept;
    synchronized (this) {
      connection++;
      hopeless = new ArrayList<>(waiting.values());
      waiting.clear();
      hopeless.addAll(others.takeVolatile());
      kept = others.keepLatest();
    }
    hopeless.forEach(reply -> reply.complete(new Reply.None(reason)));
    kept.forEach(reply -> reply.complete(new Reply.None(reason, true)));
  }

  /** Messages outside transactions that had to be dropped because too many waited. */
  synchronized long dropped() {
    return others.dropped();
  }

  synchronized int othersWaiting() {
    return others.size();
  }

  /** Whether nothing waits here or is under way; the outbox is the desk's. */
  synchronized boolean idle() {
    return !busy && holds == 0 && others.isEmpty();
  }

  /**
   * Sends nothing more until the hold is released, so that an answer can leave before what was
   * posted after it.
   */
  synchronized Hold hold() {
    holds++;
    Hold hold = new Hold();
    desk.wakeAt(desk.now().plus(HOLD_MAX), hold::release);
    return hold;
  }

  /** See {@link #hold}. */
  final class Hold {
    private boolean released;

    /** Only the first call counts. */
    void release() {
      synchronized (Courier.this) {
        if (released) {
          return;
        }
        released = true;
        holds--;
      }
      pump();
    }
  }

  /** Sends the next message if one is due and none is under way. */
  void pump() {
    Runnable next;
    synchronized (this) {
      if (busy || holds > 0 || link.state() != CsmsLink.State.UP) {
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
    Others.Item other = others.next(desk::clearance);
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
    if (desk.now().isBefore(head.notBefore()) && !head.notBefore().equals(alarm)) {
      alarm = head.notBefore();
      desk.wakeAt(alarm, this::alarmed);
    }
    return null;
  }

  private void alarmed() {
    synchronized (this) {
      alarm = null;
    }
    pump();
  }

  private Runnable take(Others.Item item) {
    others.remove(item);
    return () -> sendOther(item);
  }

  private void sendOther(Others.Item item) {
    long over = connection;
    then(
        link.call(item.message().action(), item.message().payload(), callTimeout),
        reply -> otherAnswered(item, reply, over));
  }

  private void otherAnswered(Others.Item item, Reply reply, long over) {
    try {
      boolean kept = item.kept() && reply instanceof Reply.None && lost(over);
      if (kept) {
        putBack(item);
      }
      boolean heard =
          item.reply().complete(kept ? new Reply.None(noConnection(), true) : reply)
              && item.waitedFor();
      if (!heard && !(reply instanceof Reply.None)) {
        desk.answeredLate(item.message(), reply);
      }
    } finally {
      done(reply instanceof Reply.Result || reply instanceof Reply.Error);
    }
  }

  private synchronized void putBack(Others.Item item) {
    others.putBack(item);
  }

  private void sendHead(Queued head) {
    long over = connection;
    CompletableFuture<Reply> call;
    try {
      Message message = desk.filledIn(head);
      call = link.call(message.action(), message.payload(), callTimeout);
    } catch (RuntimeException e) {
      call = CompletableFuture.completedFuture(new Reply.Unsendable(e.toString()));
    }
    then(call, reply -> headAnswered(head, reply, over));
  }

  /**
   * Nothing is sent before the store has taken the answer: the row would be sent a second time.
   */
  private void headAnswered(Queued head, Reply reply, long over) {
    try {
      obey(head, reply, over);
    } catch (BridgeFault.NotStored e) {
      desk.wakeAt(desk.now().plus(STORE_RETRY), () -> headAnswered(head, reply, over));
      return;
    } catch (RuntimeException e) {
      done(false);
      throw e;
    }
    done(reply instanceof Reply.Result || reply instanceof Reply.Error);
  }

  private void obey(Queued head, Reply reply, long over) {
      switch (reply) {
        case Reply.Result result -> settle(head, result, false);
        case Reply.Error error -> countAttempt(head, error);
        case Reply.Unsendable unsendable -> settle(head, unsendable, true);
        case Reply.None none -> {
          if (!lost(over)) {
            timedOut(head, none);
          }
        }
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

  private void then(CompletableFuture<Reply> call, Consumer<Reply> next) {
    var _ =
        call.whenComplete(
            (reply, failure) -> executor.execute(() -> next.accept(orNone(reply, failure))));
  }

  private static Reply orNone(Reply reply, Throwable failure) {
    return failure == null ? reply : new Reply.None(failure.toString());
  }
}
