package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.Store.Noted;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Settings;
import org.ocppbridge.mappings.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One charger at work: its lane, its state, its courier to the CSMS. Carries out the steps of the
 * mappings; what a step asks is waited for outside the lane.
 */
final class ChargerSession implements Courier.Desk {
  private static final Logger LOG = LoggerFactory.getLogger(ChargerSession.class);

  /** Most rounds of one exchange; a mapping that asks on for ever is a defect. */
  private static final int ROUNDS_MAX = 200;

  private final Lane lane = new Lane();
  private final Semaphore chargerTurn = new Semaphore(1, true);
  private final ChargerId id;
  private final JsonDialect dialect;
  private final Store store;
  private final Time time;
  private final Asker asker;
  private final Supplier<Policy> policy;
  private final LossLog lossLog;
  private volatile ChargerState state;
  private CsmsLink link;
  private Courier courier;

  /** Asks chargers. */
  interface Asker {

    /**
     * Asks the charger; what goes wrong is in the reply.
     *
     * @param longest what is left of the command's deadline
     */
    <Q, B> ChargerReply<B> ask(ChargerId id, Step.AskCharger<Q, B, ?> ask, Duration longest);
  }

  ChargerSession(
      ChargerState state,
      JsonDialect dialect,
      Store store,
      Time time,
      Asker asker,
      Supplier<Policy> policy) {
    this.id = state.id();
    this.state = state;
    this.dialect = dialect;
    this.store = store;
    this.time = time;
    this.asker = asker;
    this.policy = policy;
    this.lossLog = new LossLog(state.id());
  }

  /** Connects the session to its link; called once, before anything else. */
  void attach(CsmsLink itsLink, Courier itsCourier) {
    this.link = itsLink;
    this.courier = itsCourier;
  }

  ChargerId id() {
    return id;
  }

  CsmsLink link() {
    return link;
  }

  Courier courier() {
    return courier;
  }

  ChargerState state() {
    return state;
  }

  JsonDialect dialect() {
    return dialect;
  }

  LossLog losses() {
    return lossLog;
  }

  /** Transaction messages waiting for the CSMS. */
  int depth() {
    return store.depth(id);
  }

  ChargerView view() {
    return new ChargerView(state, time.now(), policy.get());
  }

  /** Keeps changes that follow from no mapping, such as an address that was learnt. */
  void note(List<Change> changes) {
    lane.run(() -> commit(changes, List.of()));
  }

  /** Carries out an exchange from its first step to its answer. Blocks. */
  <A> A carryOut(Function<ChargerView, Step<A>> first, Duration longest) {
    Step.Done<A> done = walk(first, longest);
    send(done.afterwards());
    return done.answer();
  }

  /**
   * Carries out an exchange to its end but sends nothing of what has to follow the answer.
   *
   * @param longest the whole time the charger may take; what is asked of the CSMS has its own
   *     patience
   */
  <A> Step.Done<A> walk(Function<ChargerView, Step<A>> first, Duration longest) {
    Instant deadline = time.now().plus(longest);
    Pending<A> pending = begin(first);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      switch (pending) {
        case Pending.Finished<A>(Step.Done<A> done) -> {
          return done;
        }
        case Pending.AtCsms<A> at -> {
          // Outside the lane: what is waited for may need the lane to come about.
          Reply reply = await(at);
          pending = begin(view -> at.ask().next().after(reply, view));
        }
        case Pending.AtCharger<?, ?, A> at -> pending = askCharger(at, deadline);
      }
    }
    throw new BridgeFault.Undecided("charger " + id + ": the exchange did not come to an end");
  }

  /** Hands messages over that follow an answer. */
  void send(List<Message> messages) {
    if (!messages.isEmpty()) {
      lane.run(() -> dispatch(messages, commit(List.of(), messages), false));
      courier.pump();
    }
  }

  private <Q, B, A> Pending<A> askCharger(Pending.AtCharger<Q, B, A> at, Instant deadline) {
    ChargerReply<B> reply = inTurn(at.ask(), deadline);
    return begin(view -> at.ask().next().after(reply, view));
  }

  /** One SOAP call at a time for each charger. */
  private <Q, B> ChargerReply<B> inTurn(Step.AskCharger<Q, B, ?> ask, Instant deadline) {
    try {
      if (!chargerTurn.tryAcquire(left(deadline).toMillis(), TimeUnit.MILLISECONDS)) {
        return silent("an earlier command to the charger was still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return silent("the bridge is stopping");
    }
    try {
      return asker.ask(id, ask, left(deadline));
    } finally {
      chargerTurn.release();
    }
  }

  private <B> ChargerReply<B> silent(String why) {
    return new ChargerReply.Failed<>(
        new BridgeFault.ChargerFailed(
            BridgeFault.ChargerFailed.Why.SILENT, "charger " + id + ": " + why));
  }

  private Duration left(Instant deadline) {
    Duration left = Duration.between(time.now(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What a committed step waits for. */
  private sealed interface Pending<A> {
    record Finished<A>(Step.Done<A> done) implements Pending<A> {}

    record AtCsms<A>(Step.AskCsms<A> ask, CompletableFuture<Reply> reply) implements Pending<A> {}

    record AtCharger<Q, B, A>(Step.AskCharger<Q, B, A> ask) implements Pending<A> {}
  }

  private <A> Pending<A> begin(Function<ChargerView, Step<A>> plan) {
    Pending<A> pending = lane.run(() -> commit(plan.apply(view())));
    courier.pump();
    return pending;
  }

  private <A> Pending<A> commit(Step<A> step) {
    return switch (step) {
      case Step.Done<A> done -> {
        tellLosses(done.losses());
        commit(done.changes(), List.of());
        yield new Pending.Finished<>(done);
      }
      case Step.AskCharger<?, ?, A> ask -> {
        tellLosses(ask.losses());
        commit(ask.changes(), List.of());
        yield new Pending.AtCharger<>(ask);
      }
      case Step.AskCsms<A> ask -> {
        tellLosses(ask.losses());
        List<Message> messages = new ArrayList<>(ask.others());
        messages.add(ask.message());
        List<Queued> rows = commit(ask.changes(), messages);
        yield new Pending.AtCsms<>(ask, dispatch(messages, rows, !ask.patience().isZero()));
      }
    };
  }

  /** One write: the changes, and the transaction messages among {@code messages}. */
  private List<Queued> commit(List<Change> changes, List<Message> messages) {
    List<Message> outbox =
        messages.stream().filter(m -> m.delivery() == Delivery.TRANSACTION).toList();
    if (changes.isEmpty() && outbox.isEmpty()) {
      return List.of();
    }
    Noted noted = store.note(state, changes, outbox, time.now());
    changed(noted.state());
    return noted.appended();
  }

  private void changed(ChargerState after) {
    ChargerState before = state;
    state = after;
    if (!after.settings().equals(before.settings())) {
      obey(after.settings());
    }
    after
        .wakeUps()
        .forEach(
            (reason, when) -> {
              if (!when.equals(before.wakeUps().get(reason))) {
                time.at(when, () -> wake(reason, when));
              }
            });
  }

  /** What the CSMS may set of its connection. */
  private void obey(Settings settings) {
    settings
        .numberOfLink("WebSocketPingInterval")
        .map(Duration::ofSeconds)
        .ifPresent(link::pingEvery);
  }

  private void wake(String reason, Instant when) {
    if (when.equals(state.wakeUps().get(reason))) {
      carryOut(view -> dialect.woken(reason, view), policy.get().waits().command());
    }
  }

  /**
   * Hands messages to the courier, in their order.
   *
   * @param waitedFor whether somebody waits for the answer to the last one
   * @return the answer to the last one
   */
  private CompletableFuture<Reply> dispatch(
      List<Message> messages, List<Queued> rows, boolean waitedFor) {
    CompletableFuture<Reply> last = null;
    Iterator<Queued> row = rows.iterator();
    for (Iterator<Message> it = messages.iterator(); it.hasNext(); ) {
      Message message = it.next();
      last =
          message.delivery() == Delivery.TRANSACTION
              ? courier.appended(row.next())
              : courier.post(message, waitedFor && !it.hasNext());
    }
    return last;
  }

  private <A> Reply await(Pending.AtCsms<A> at) {
    try {
      return at.reply().get(at.ask().patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      Reply.None none = new Reply.None("no answer of the CSMS within " + at.ask().patience());
      return at.reply().complete(none) ? none : at.reply().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.None("the bridge is stopping");
    } catch (ExecutionException e) {
      return new Reply.None(e.getCause().toString());
    }
  }

  private void tellLosses(List<Loss> losses) {
    // What is left untold follows from no request: a wake-up, a delivery, a new connection.
    lossLog.tell("by the bridge itself", losses);
  }

  // What the courier asks.

  @Override
  public Optional<Queued> head() {
    return store.head(id);
  }

  @Override
  public JsonDialect.Clearance clearance(Message message) {
    return dialect.clearance(message, view());
  }

  @Override
  public Message filledIn(Queued head) {
    Message planned = head.message();
    return new Message(
        planned.action(),
        dialect.atSending(head, view()),
        planned.delivery(),
        planned.key(),
        planned.transaction());
  }

  @Override
  public void settled(Queued head, Reply reply, boolean parked) {
    if (parked) {
      LOG.warn(
          "charger {}: {} (message {}) parked after {} attempts: {}",
          id,
          head.message().action(),
          head.seq(),
          head.attempts() + 1,
          reply);
    }
    Pending<Void> pending;
    try {
      pending = lane.run(() -> settleInLane(head, reply, parked));
    } catch (RuntimeException e) {
      // It was delivered: left at the head it would be sent again and again.
      LOG.error("charger {}: the answer {} to message {} is parked", id, reply, head.seq(), e);
      lane.run(() -> park(head, reply + ", " + e));
      return;
    }
    finish(pending);
  }

  private void park(Queued head, String why) {
    changed(store.park(state, head, why, List.of(), List.of(), time.now()).state());
  }

  private Pending<Void> settleInLane(Queued head, Reply reply, boolean parked) {
    Step<Void> step = dialect.delivered(head, reply, view());
    List<Change> changes =
        switch (step) {
          case Step.Done<Void> done -> done.changes();
          case Step.AskCharger<?, ?, Void> ask -> ask.changes();
          case Step.AskCsms<Void> ask -> ask.changes();
        };
    Noted noted =
        parked
            ? store.park(state, head, reply.toString(), changes, List.of(), time.now())
            : store.delivered(state, head, changes, List.of(), time.now());
    changed(noted.state());
    return commit(withoutChanges(step));
  }

  private static <A> Step<A> withoutChanges(Step<A> step) {
    return switch (step) {
      case Step.Done<A> d -> new Step.Done<>(d.answer(), List.of(), d.afterwards(), d.losses());
      case Step.AskCsms<A> a ->
          new Step.AskCsms<>(
              List.of(), a.others(), a.message(), a.patience(), a.losses(), a.next());
      case Step.AskCharger<?, ?, A> a -> withoutChanges(a);
    };
  }

  private static <Q, B, A> Step<A> withoutChanges(Step.AskCharger<Q, B, A> ask) {
    return new Step.AskCharger<>(
        List.of(), ask.operation(), ask.request(), ask.losses(), ask.next());
  }

  /** Goes on with what a delivery led to, on a thread of its own: the courier does not wait. */
  private void finish(Pending<Void> pending) {
    switch (pending) {
      case Pending.Finished<Void>(Step.Done<Void> done) -> send(done.afterwards());
      case Pending.AtCsms<Void> at -> goOn(() -> finishAtCsms(at));
      case Pending.AtCharger<?, ?, Void> at -> goOn(() -> finishAtCharger(at));
    }
  }

  private void finishAtCsms(Pending.AtCsms<Void> at) {
    Reply reply = await(at);
    carryOut(view -> at.ask().next().after(reply, view), commandTime());
  }

  private <Q, B> void finishAtCharger(Pending.AtCharger<Q, B, Void> at) {
    ChargerReply<B> reply = inTurn(at.ask(), time.now().plus(commandTime()));
    carryOut(view -> at.ask().next().after(reply, view), commandTime());
  }

  private Duration commandTime() {
    return policy.get().waits().command();
  }

  private void goOn(Runnable task) {
    time.run(task);
  }

  /** The settings', unless the CSMS set something else (1.6 §9.1.24, §9.1.25). */
  @Override
  public Courier.Retry retry() {
    Policy.Link link = policy.get().link();
    Settings set = state.settings();
    return new Courier.Retry(
        set.numberOfLink("TransactionMessageAttempts").orElse(link.attempts()),
        set.numberOfLink("TransactionMessageRetryInterval")
            .map(Duration::ofSeconds)
            .orElse(link.retryInterval()));
  }

  @Override
  public void refused(Queued head) {
    store.refused(id, head);
  }

  @Override
  public void answeredLate(Message message, Reply reply) {
    Queued unqueued = new Queued(0, message, time.now(), 0, time.now());
    carryOut(view -> dialect.delivered(unqueued, reply, view), commandTime());
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void wakeAt(Instant when) {
    time.at(when, courier::pump);
  }
}
