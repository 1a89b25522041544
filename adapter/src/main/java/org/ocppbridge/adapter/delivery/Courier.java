package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one charger's messages to the CSMS, one at a time. Transaction messages come from the
 * store's outbox, strictly first in, first out ({@link OutboxAnswers}); the {@link Others} wait
 * here. Arrival order holds between the two, but for two cases: while the outbox waits (a retry, a
 * backlog) the others overtake it; and what waited when the link came up is sent at the pace of its
 * target's drain, while newer messages go on as always, except those that replace or belong to what
 * waits.
 */
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** After this time a store that could not take what the CSMS answered is asked again. */
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);

  static final String NOT_ACCEPTED = "the CSMS has not accepted the charger";

  private final Connections connections;
  private final Desk desk;
  private final Executor executor;
  private final OutboxAnswers outbox;
  private final Gate gate;

  // Guarded by this.
  private final Others others;
  private final NextMessage next;
  private long lastArrival;
  private boolean busy;
  private boolean stopped;

  /**
   * A courier with nothing to bring yet.
   *
   * @param desk what it asks of the session
   * @param executor runs what follows from answers
   * @param drainPace of what waited, shared with all chargers of the CSMS
   */
  public Courier(CsmsLink link, Desk desk, Executor executor, DrainPace drainPace) {
    this.connections = new Connections(link);
    this.desk = desk;
    this.executor = executor;
    this.outbox = new OutboxAnswers(desk);
    this.gate = new Gate(this, desk, this::pump);
    this.others = new Others(desk::release);
    this.next = new NextMessage(desk, others, outbox, drainPace, this::alarmed);
  }

  /** Takes a message outside transactions that the store has kept from an earlier run. */
  public synchronized void restore(Queued kept) {
    CompletableFuture<Reply> nobody = new CompletableFuture<>();
    others.add(
        new Others.Item(++lastArrival, kept.seq(), kept.message(), nobody, false, Sending.NONE));
  }

  /**
   * Takes a message outside transactions that the store keeps until it is released; otherwise as
   * {@link #post}.
   */
  public CompletableFuture<Reply> kept(Queued row, boolean waitedFor) {
    return post(row.seq(), row.message(), waitedFor);
  }

  /**
   * Takes a message outside transactions that is sent now or never.
   *
   * @param waitedFor whether somebody waits for the answer
   * @return the answer; completed at once with {@link Reply.None} if it cannot be sent now
   */
  public CompletableFuture<Reply> post(Message message, boolean waitedFor) {
    return post(0, message, waitedFor);
  }

  private CompletableFuture<Reply> post(long seq, Message message, boolean waitedFor) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Sending sending = Recording.current().sends(message.action(), seq);
    Waiter waiter = new Waiter(reply, sending);
    synchronized (this) {
      boolean away = connections.away();
      boolean nowOrNever =
          message.delivery() == Delivery.VOLATILE && (waitedFor || !desk.queueAll());
      if (away && nowOrNever) {
        waiter.complete(new Reply.None(connections.trouble()));
        return reply;
      }
      others.add(new Others.Item(++lastArrival, seq, message, reply, waitedFor && !away, sending));
      if (away) {
        thinOut();
        waiter.complete(new Reply.None(connections.trouble(), true));
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
  public synchronized CompletableFuture<Reply> appended(Queued row) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Sending sending = Recording.current().sends(row.message().action(), row.seq());
    Waiter waiter = new Waiter(reply, sending);
    boolean away = connections.away();
    if (!away && !next.behind()) {
      outbox.arrived(row, ++lastArrival);
    }
    if (away) {
      waiter.complete(new Reply.None(connections.trouble()));
    } else if (desk.clearance(row.message()) == Clearance.DENIED) {
      waiter.complete(new Reply.None(NOT_ACCEPTED));
    } else {
      outbox.await(row, waiter);
    }
    return reply;
  }

  /** The link came up: what waits goes. */
  public void linkUp() {
    synchronized (this) {
      connections.changed();
      outbox.forgetArrivals();
      next.linkUp(lastArrival);
    }
    pump();
  }

  /** The link was lost or closed. */
  public void linkDown(String reason) {
    List<Waiter> rows;
    List<CompletableFuture<Reply>> hopeless;
    List<CompletableFuture<Reply>> kept;
    synchronized (this) {
      connections.changed();
      outbox.forgetArrivals();
      rows = outbox.takeWaiting();
      hopeless = others.takeVolatile(desk.queueAll());
      kept = thinOut();
    }
    rows.forEach(waiter -> waiter.complete(new Reply.None(reason)));
    hopeless.forEach(reply -> reply.complete(new Reply.None(reason)));
    kept.forEach(reply -> reply.complete(new Reply.None(reason, true)));
  }

  /** Messages outside transactions that had to be dropped because too many waited. */
  public synchronized long dropped() {
    return others.dropped();
  }

  /** Messages outside transactions that wait here. */
  public synchronized int othersWaiting() {
    return others.size();
  }

  /** Whether nothing waits here or is under way; the outbox is the desk's. */
  public synchronized boolean idle() {
    return !busy && gate.open() && others.isEmpty();
  }

  /** Whether a message was sent whose answer is not kept yet. */
  public synchronized boolean underWay() {
    return busy;
  }

  /**
   * Sends nothing more, if nothing is under way or about to be.
   *
   * @return whether that is so
   */
  public synchronized boolean retire() {
    stopped = stopped || !busy && gate.open();
    return stopped;
  }

  /** Drops what waits outside transactions: it was meant for another CSMS. */
  public void dropOthers() {
    List<CompletableFuture<Reply>> gone;
    synchronized (this) {
      gone = others.dropAll();
    }
    gone.forEach(reply -> reply.complete(new Reply.None("meant for another CSMS")));
  }

  /** Sends nothing more; the answer to what is under way is still taken. */
  public synchronized void stop() {
    stopped = true;
  }

  /**
   * Sends nothing more until the hold is released, so that an answer can leave before what was
   * posted after it.
   */
  public Gate.Hold hold() {
    return gate.hold();
  }

  /**
   * Sends nothing while messages are written and handed over, so that those that belong together
   * are here in their order before the first of them can leave. To be followed by {@link #pump}.
   */
  public <T> T quietly(Supplier<T> work) {
    return gate.shutDuring(work);
  }

  /** Sends the next message, on this thread, if one is due and none is under way. Does not wait. */
  public void pump() {
    Optional<NextMessage.Choice> chosen;
    synchronized (this) {
      if (stopped || busy || !gate.open() || !connections.up()) {
        return;
      }
      chosen = next.choose();
      busy = chosen.isPresent();
    }
    chosen.ifPresent(this::send);
  }

  private void send(NextMessage.Choice choice) {
    switch (choice) {
      case NextMessage.Choice.Row(Queued head) -> sendHead(head);
      case NextMessage.Choice.Other(Others.Item item) -> sendOther(item);
    }
  }

  private void alarmed() {
    synchronized (this) {
      next.looked();
    }
    pump();
  }

  private void sendOther(Others.Item item) {
    long over = connections.number();
    Sending sending = desk.sending(item.message(), item.seq(), item.sending());
    then(call(item::message, sending), reply -> otherAnswered(item, sending, reply, over));
  }

  private void otherAnswered(Others.Item item, Sending sending, Reply reply, long over) {
    try {
      boolean keeps = item.kept() || desk.queueAll() && !item.waitedFor();
      boolean kept = keeps && reply instanceof Reply.None && connections.lost(over);
      sending.done(kept ? new Reply.None(connections.trouble(), true) : reply);
      if (kept) {
        putBack(item);
      }
      boolean heard =
          item.reply().complete(kept ? new Reply.None(connections.trouble(), true) : reply)
              && item.waitedFor();
      if (!heard && !(reply instanceof Reply.None)) {
        desk.answeredLate(item.message(), reply);
      }
      if (!kept) {
        others.release(item);
      }
    } finally {
      done(reply);
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
    long over = connections.number();
    Sending sending = desk.sending(head.message(), head.seq(), outbox.sending(head));
    then(
        call(() -> desk.filledIn(head), sending),
        reply -> {
          sending.done(reply);
          headAnswered(head, reply, over);
        });
  }

  private CompletableFuture<Reply> call(Supplier<Message> message, Sending sending) {
    try {
      return connections.send(message.get(), new SendingTap(sending));
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(new Reply.Unsendable(e.toString()));
    }
  }

  /** Nothing is sent before the store has taken the answer: the row would be sent a second time. */
  private void headAnswered(Queued head, Reply reply, long over) {
    try {
      outbox.obey(head, reply, () -> connections.lost(over));
    } catch (BridgeFault.NotStored e) {
      desk.wakeAt(desk.steady().plus(STORE_RETRY), () -> headAnswered(head, reply, over));
      return;
    } catch (RuntimeException e) {
      done(new Reply.None(e.toString()));
      throw e;
    }
    done(reply);
  }

  private void done(Reply reply) {
    if (reply instanceof Reply.Result || reply instanceof Reply.Error) {
      outbox.heard();
    }
    synchronized (this) {
      busy = false;
    }
    pump();
  }

  /**
   * What follows from an answer is done on the thread that brings it. It never is on the one that
   * sends, which may have other things to finish first and would go round in circles.
   */
  private void then(CompletableFuture<Reply> call, Consumer<Reply> answered) {
    Thread sender = Thread.currentThread();
    var _ =
        call.whenComplete(
            (reply, failure) -> {
              Reply known = failure == null ? reply : new Reply.None(failure.toString());
              if (Thread.currentThread().equals(sender)) {
                executor.execute(() -> answered.accept(known));
              } else {
                heed(answered, known);
              }
            });
  }

  /** Whoever completes the future would not tell of a failure. */
  private static void heed(Consumer<Reply> answered, Reply reply) {
    try {
      answered.accept(reply);
    } catch (Throwable e) {
      LOG.error("what follows from an answer of the CSMS failed", e);
    }
  }
}
