package org.ocppbridge.adapter.charger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.Store.DeadLetter;
import org.ocppbridge.adapter.store.Store.Noted;
import org.ocppbridge.adapter.time.ChargerClock;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ClockStepped;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one charger, and the only place that changes it: one write to the store, then
 * the state in memory. All that writes runs in the charger's turn.
 */
final class StateKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(StateKeeper.class);

  /** Most characters of a dead letter in a log line; the whole of it is with the store. */
  private static final int SHOWN_MAX = 4000;

  private final ChargerTurn turn = new ChargerTurn();
  private final ChargerId id;
  private final Store store;
  private final ChargerClock clock;
  private final Supplier<Policy> policy;
  private final BiConsumer<ChargerState, ChargerState> changed;
  private final LinkUptime uptime;
  private volatile ChargerState state;

  /** Writes changes, and the lasting messages that go with them, in one commit. */
  @FunctionalInterface
  interface Write {
    /** Returns the messages in their places. */
    List<Queued> write(List<Change> changes, List<Message> lasting);
  }

  /**
   * @param changed told of each change, before and after
   */
  StateKeeper(
      ChargerState state,
      Store store,
      Time time,
      Supplier<Policy> policy,
      BiConsumer<ChargerState, ChargerState> changed) {
    this.id = state.id();
    this.state = state;
    this.store = store;
    this.clock = new ChargerClock(time);
    this.policy = policy;
    this.changed = changed;
    this.uptime = new LinkUptime(id, store);
  }

  ChargerState state() {
    return state;
  }

  /** The time as the state knows it. */
  Instant now() {
    return clock.now();
  }

  /**
   * Notes that somebody set the clock, if so.
   *
   * @throws BridgeFault.NotStored if it could not be noted; then the state goes on by the old time
   */
  void clockStepped() {
    Duration by = clock.behind();
    if (by.isZero()) {
      return;
    }
    clock.set(by);
    try {
      clockStepped(by);
    } catch (BridgeFault.NotStored e) {
      clock.set(by.negated());
      throw e;
    }
  }

  /** Notes that somebody set the clock before the state was read. */
  void clockStepped(Duration by) {
    note(List.of(new ClockStepped(by)), List.of());
    uptime.clockStepped(by);
  }

  ChargerView view() {
    return new ChargerView(state, clock.now(), policy.get(), uptime.view());
  }

  /** The link to the CSMS, which its listener tells of. */
  LinkUptime uptime() {
    return uptime;
  }

  <T> T inTurn(Supplier<T> step) {
    return turn.run(step);
  }

  Optional<Queued> head() {
    return store.head(id);
  }

  int depth() {
    return store.depth(id);
  }

  Store.DeadLetters deadLetters() {
    return store.deadLetters(id);
  }

  Store.LetterCounts letterCounts() {
    return store.letterCounts(id);
  }

  /** The messages outside transactions that are kept, in their order. */
  List<Queued> kept() {
    return store.kept(id);
  }

  /** A message outside transactions need not be kept any longer. */
  void release(long seq) {
    store.release(id, seq);
  }

  /** Dead letters after a number, a page of them. */
  List<DeadLetter> deadLetters(long after) {
    return store.deadLetters(id, after);
  }

  /** Drops dead letters from before that time. */
  int expire(Instant before) {
    return store.expire(id, before);
  }

  /** Keeps changes and messages. */
  List<Queued> note(List<Change> changes, List<Message> lasting) {
    return changes.isEmpty() && lasting.isEmpty()
        ? List.of()
        : noted(store.note(state, changes, lasting, clock.now()), changes);
  }

  /** The same, with the head of the outbox delivered. */
  List<Queued> delivered(Queued head, List<Change> changes, List<Message> lasting) {
    return noted(store.delivered(state, head, changes, lasting, clock.now()), changes);
  }

  /** The same, with the head of the outbox given up. */
  List<Queued> parked(Queued head, String reason, List<Change> changes, List<Message> lasting) {
    Noted noted = store.park(state, head, reason, changes, lasting, clock.now());
    alarm(head.message(), "given up at attempt " + (head.attempts() + 1) + ": " + reason);
    return noted(noted, changes);
  }

  /** Puts a dead letter at the end of the outbox. */
  Optional<Queued> retry(long number) {
    return store.retry(id, number, clock.now());
  }

  /** Throws a dead letter away. */
  boolean drop(long number) {
    return store.drop(id, number);
  }

  /** A failed attempt of the head; it stays the head. */
  void refused(Queued head) {
    store.refused(id, head);
  }

  /** Those among these messages that are kept. */
  static List<Message> lastingOf(List<Message> messages) {
    return messages.stream().filter(m -> m.delivery() != Delivery.VOLATILE).toList();
  }

  private List<Queued> noted(Noted noted, List<Change> changes) {
    DeadLetter.of(id, changes).forEach(letter -> alarm(letter.queued().message(), letter.reason()));
    ChargerState before = state;
    state = noted.state();
    uptime.arose(noted.appended());
    changed.accept(before, state);
    return noted.appended();
  }

  /** In whole: a store in memory forgets it with the process. */
  private void alarm(Message message, String reason) {
    String payload = message.payload().toString();
    LOG.warn(
        "charger {}: dead letter {}: {}: {}",
        id,
        message.action(),
        reason,
        payload.length() > SHOWN_MAX ? payload.substring(0, SHOWN_MAX) + "…" : payload);
  }
}
