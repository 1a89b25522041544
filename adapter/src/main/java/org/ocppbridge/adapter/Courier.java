package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/**
 * Carries one charger's messages to the CSMS, one at a time. Transaction messages come from the
 * store's outbox, strictly first in, first out; the others wait here. Arrival order holds between
 * the two, but for two cases: while the outbox waits (a retry, a backlog) the others overtake it;
 * and what waited when the link came up is sent at the pace of its target's drain, while newer
 * messages go on as always, except those that replace or belong to what waits.
 */
final class Courier {

  /** An answer that has not left after this time is not waited for any more. */
  private static final Duration HOLD_MAX = Duration.ofSeconds(10);

  /** After this time a store that could not take what the CSMS answered is asked again. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  static final String NOT_ACCEPTED = "the CSMS has not accepted the charger";

  private final CsmsLink link;
  private final Desk desk;
  private final Duration callTimeout;
  private final Executor executor;

  private final Others others;
  private final Map<Long, Waiter> waiting = new HashMap<>();

  /** Who waits for the answer to a row, and where it is written down. */
  private record Waiter(CompletableFuture<Reply> reply, Sending sending) {
    void complete(Reply answer) {
      sending.done(answer);
      reply.complete(answer);
    }
  }

  /** When rows came, among the others; not of a backlog: that is overtaken anyway. */
  private final Map<Long, Long> arrivals = new HashMap<>();

  private long lastArrival;

  /** The last arrival before the link came up. */
  private long lastOfBacklog;

  private boolean busy;
  private int holds;
  private boolean behind;
  private final TimeoutRule timeouts = new TimeoutRule();
  private final HeadTurn turn;
  private boolean stopped;

  /** Rises when the link comes up and when it goes down. */
  private volatile long connection;

  Courier(CsmsLink link, Desk desk, Duration callTimeout, Executor executor, DrainPace drainPace) {
    this.turn = new HeadTurn(drainPace);
    this.link = link;
    this.desk = desk;
    this.others = new Others(desk::release);
    this.callTimeout = callTimeout;
    this.executor = executor;
  }

  /** Takes a message outside transactions that the store has kept from an earlier run. */
  synchronized void restore(Queued kept) {
    CompletableFuture<Reply> nobody = new CompletableFuture<>();
    others.add(
        new Others.Item(++lastArrival, kept.seq(), kept.message(), nobody, false, Sending.NONE));
  }

  /**
   * Takes a message outside transactions that the store keeps until it is released; otherwise as
   * {@link #post}.
   */
  CompletableFuture<Reply> kept(Queued row, boolean waitedFor) {
    return post(row.seq(), row.message(), waitedFor);
  }

  /**
   * Takes a message outside transactions that is sent now or never.
   *
   * @param waitedFor whether somebody waits for the answer
   * @return the answer; completed at once with {@link Reply.None} if it cannot be sent now
   */
  CompletableFuture<Reply> post(Message message, boolean waitedFor) {
    return post(0, message, waitedFor);
  }

  private CompletableFuture<Reply> post(long seq, Message message, boolean waitedFor) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Sending sending = Recording.current().sends(message.action(), seq);
    synchronized (this) {
      boolean away = away();
      boolean nowOrNever =
          message.delivery() == Delivery.VOLATILE && (waitedFor || !desk.queueAll());
      if (away && nowOrNever) {
        new Waiter(reply, sending).complete(new Reply.None(noConnection()));
        return reply;
      }
      others.add(new Others.Item(++lastArrival, seq, message, reply, waitedFor && !away, sending));
      if (away) {
        thinOut();
        new Waiter(reply, sending).complete(new Reply.None(noConnection(), true));
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
    Waiter waiter =
        new Waiter(reply, Recording.current().sends(row.message().action(), row.seq()));
    synchronized (this) {
      if (!away() && !behind) {
        arrivals.put(row.seq(), ++lastArrival);
      }
      if (away()) {
        waiter.complete(new Reply.None(noConnection()));
      } else if (desk.clearance(row.message()) == Clearance.DENIED) {
        waiter.complete(new Reply.None(NOT_ACCEPTED));
      } else {
        waiting.put(row.seq(), waiter);
      }
    }
    return reply;
  }

  void linkUp() {
    synchronized (this) {
      connection++;
      turn.forget();
      arrivals.clear();
      lastOfBacklog = lastArrival;
      behind = desk.head().isPresent();
    }
    pump();
  }

  void linkDown(String reason) {
    List<Waiter> rows;
    List<CompletableFuture<Reply>> hopeless;
    List<CompletableFuture<Reply>> kept;
    synchronized (this) {
      connection++;
      arrivals.clear();
      rows = new ArrayList<>(waiting.values());
      waiting.clear();
      hopeless = others.takeVolatile(desk.queueAll());
      kept = thinOut();
    }
    rows.forEach(waiter -> waiter.complete(new Reply.None(reason)));
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

  /** Whether a message was sent whose answer is not kept yet. */
  synchronized boolean underWay() {
    return busy;
  }

  /**
   * Sends nothing more, if nothing is under way or about to be.
   *
   * @return whether that is so
   */
  synchronized boolean retire() {
    stopped = stopped || !busy && holds == 0;
    return stopped;
  }

  /** Drops what waits outside transactions: it was meant for another CSMS. */
  void dropOthers() {
    List<CompletableFuture<Reply>> gone;
    synchronized (this) {
      gone = others.dropAll();
    }
    gone.forEach(reply -> reply.complete(new Reply.None("meant for another CSMS")));
  }

  /** Sends nothing more; the answer to what is under way is still taken. */
  synchronized void stop() {
    stopped = true;
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

  /**
   * Sends nothing while messages are written and handed over, so that those that belong together
   * are here in their order before the first of them can leave. To be followed by {@link #pump}.
   */
  <T> T quietly(Supplier<T> work) {
    synchronized (this) {
      holds++;
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        holds--;
      }
    }
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
      if (stopped || busy || holds > 0 || link.state() != CsmsLink.State.UP) {
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
  private Runnable choose(Others.Item other, Queued head) {
    if (head == null || behind && other != null) {
      return other == null ? null : take(other);
    }
    boolean cleared = desk.clearance(head.message()) == Clearance.GRANTED;
    Instant now = desk.now();
    Duration left = cleared ? turn.left(head, behind, now, desk.retry()) : Duration.ZERO;
    boolean due = cleared && !left.isPositive();
    long arrival = arrivals.getOrDefault(head.seq(), 0L);
    boolean overtake = !due || head.attempts() > 0;
    if (other != null && (overtake || other.arrival() < arrival)) {
      return take(other);
    }
    if (due) {
      return () -> sendHead(head);
    }
    if (left.isPositive()) {
      lookAgainIn(left);
    }
    return null;
  }

  private void lookAgainIn(Duration left) {
    Instant at = desk.now().plus(left);
    if (turn.arrange(at)) {
      desk.wakeAt(at, this::alarmed);
    }
  }

  private void alarmed() {
    synchronized (this) {
      turn.looked();
    }
    pump();
  }

  private Runnable take(Others.Item item) {
    others.remove(item);
    return () -> sendOther(item);
  }

  private void sendOther(Others.Item item) {
    long over = connection;
    Sending sending = desk.sending(item.message(), item.seq(), item.sending());
    then(
        call(item.message(), sending),
        reply -> otherAnswered(item, sending, reply, over));
  }

  private CompletableFuture<Reply> call(Message message, Sending sending) {
    return link.call(message.action(), message.payload(), callTimeout, new SendingTap(sending));
  }

  private void otherAnswered(Others.Item item, Sending sending, Reply reply, long over) {
    try {
      boolean keeps = item.kept() || desk.queueAll() && !item.waitedFor();
      boolean kept = keeps && reply instanceof Reply.None && lost(over);
      sending.done(kept ? new Reply.None(noConnection(), true) : reply);
      if (kept) {
        putBack(item);
      }
      boolean heard =
          item.reply().complete(kept ? new Reply.None(noConnection(), true) : reply)
              && item.waitedFor();
      if (!heard && !(reply instanceof Reply.None)) {
        desk.answeredLate(item.message(), reply);
      }
      if (!kept) {
        others.release(item);
      }
    } finally {
      done(reply instanceof Reply.Result || reply instanceof Reply.Error);
    }
  }

  /** Drops what later messages replace, unless all are kept. */
  private List<CompletableFuture<Reply>> thinOut() {
    return desk.queueAll() ? others.waiting() : others.keepLatest();
  }

  private synchronized void putBack(Others.Item item) {
    others.putBack(item);
    thinOut();
  }

  private void sendHead(Queued head) {
    long over = connection;
    Sending sending = desk.sending(head.message(), head.seq(), sendingOf(head));
    then(
        callOf(head, sending),
        reply -> {
          sending.done(reply);
          headAnswered(head, reply, over);
        });
  }

  private synchronized Sending sendingOf(Queued head) {
    Waiter waiter = waiting.get(head.seq());
    return waiter == null ? Sending.NONE : waiter.sending();
  }

  private CompletableFuture<Reply> callOf(Queued head, Sending sending) {
    try {
      return call(desk.filledIn(head), sending);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(new Reply.Unsendable(e.toString()));
    }
  }

  /** Nothing is sent before the store has taken the answer: the row would be sent a second time. */
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

  private void done(boolean wasAnswered) {
    synchronized (this) {
      busy = false;
      if (wasAnswered) {
        timeouts.answered();
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
