package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ocppbridge.adapter.delivery.Desk;
import org.ocppbridge.adapter.ledger.Sending;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Settings;
import org.ocppbridge.mappings.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the courier takes one charger's messages and brings the CSMS's answers: settles each row of
 * the outbox together with what its answer leads to.
 */
final class DeliveryDesk implements Desk {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);

  private final ChargerId id;
  private final JsonDialect dialect;
  private final StateKeeper keeper;
  private final StepWalk steps;
  private final Time time;
  private final Supplier<Policy> policy;
  private volatile boolean paused;
  private volatile SessionRecorder recorder = SessionRecorder.NONE;

  DeliveryDesk(
      ChargerId id,
      JsonDialect dialect,
      StateKeeper keeper,
      StepWalk steps,
      Time time,
      Supplier<Policy> policy) {
    this.id = id;
    this.dialect = dialect;
    this.keeper = keeper;
    this.steps = steps;
    this.time = time;
    this.policy = policy;
  }

  @Override
  public Optional<Queued> head() {
    return keeper.head();
  }

  /** While an operator has paused the delivery all messages wait. */
  @Override
  public JsonDialect.Clearance clearance(Message message) {
    return paused ? JsonDialect.Clearance.HELD : dialect.clearance(message, keeper.view());
  }

  boolean paused() {
    return paused;
  }

  /** Returns whether that is news. */
  synchronized boolean pause(boolean now) {
    boolean news = paused != now;
    paused = now;
    return news;
  }

  @Override
  public Message filledIn(Queued head) {
    Message planned = head.message();
    return new Message(
        planned.action(),
        dialect.atSending(head, keeper.view()),
        planned.delivery(),
        planned.key(),
        planned.transaction());
  }

  /** Has all that is sent written down. */
  void record(SessionRecorder itsRecorder) {
    this.recorder = itsRecorder;
  }

  @Override
  public Sending sending(Message message, long seq, Sending known) {
    return recorder.sending(message, seq, known);
  }

  /** The courier does not wait for what an answer leads to. */
  @Override
  public void settled(Queued head, Reply reply, boolean parked) {
    StateKeeper.Write write =
        parked
            ? (changes, lasting) -> keeper.parked(head, reply.toString(), changes, lasting)
            : (changes, lasting) -> keeper.delivered(head, changes, lasting);
    try {
      steps.start(view -> dialect.delivered(head, reply, view), write, longest());
    } catch (BridgeFault.NotStored e) {
      throw e;
    } catch (RuntimeException e) {
      // It was delivered: left at the head it would be sent again and again.
      LOG.error("charger {}: the answer {} to message {} is parked", id, reply, head.seq(), e);
      keeper.inTurn(
          () -> keeper.parked(head, reply + ", " + e, changesOfParking(head, e), List.of()));
    }
  }

  /** What a message leads to that is given up, as far as that does not fail as well. */
  private List<Change> changesOfParking(Queued head, RuntimeException cause) {
    try {
      Reply error = new Reply.Error("InternalError", cause.toString());
      return dialect.delivered(head, error, keeper.view()) instanceof Step.Done<Void> done
          ? done.changes()
          : List.of();
    } catch (RuntimeException e) {
      LOG.error("charger {}: message {} is parked without more", id, head.seq(), e);
      return List.of();
    }
  }

  /** The settings', unless the CSMS set something else (1.6 §9.1.24, §9.1.25). */
  @Override
  public Desk.Retry retry() {
    Policy.Link link = policy.get().link();
    Settings set = keeper.state().settings();
    return new Desk.Retry(
        set.numberOfLink("TransactionMessageAttempts").orElse(link.attempts()),
        set.numberOfLink("TransactionMessageRetryInterval")
            .map(Duration::ofSeconds)
            .orElse(link.retryInterval()));
  }

  @Override
  public boolean queueAll() {
    return keeper.state().settings().queuesAll();
  }

  @Override
  public void refused(Queued head) {
    keeper.refused(head);
  }

  @Override
  public void release(long seq) {
    keeper.release(seq);
  }

  @Override
  public void answeredLate(Message message, Reply reply) {
    Queued unqueued = new Queued(0, message, keeper.now(), 0, keeper.now());
    steps.start(view -> dialect.delivered(unqueued, reply, view), keeper::note, longest());
  }

  @Override
  public Instant now() {
    return keeper.now();
  }

  @Override
  public Instant steady() {
    return time.steady();
  }

  @Override
  public void wakeAt(Instant when, Runnable alarm) {
    time.at(when, alarm);
  }

  private Duration longest() {
    return policy.get().waits().command();
  }
}
