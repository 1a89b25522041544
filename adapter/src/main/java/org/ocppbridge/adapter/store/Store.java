package org.ocppbridge.adapter.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.TransactionChange;

/**
 * What the bridge remembers: the state of each charger, its outbox, and what had to be parked. Each
 * method that writes is one commit: when it returns, all of it is kept; when it throws {@link
 * org.ocppbridge.mappings.BridgeFault.NotStored}, nothing is.
 *
 * <p>Calls for one charger come one after another; calls for different chargers come at the same
 * time.
 */
public interface Store extends AutoCloseable {

  /**
   * A message that was given up. Kept until a person decides, as far as the store has room.
   *
   * @param number tells it from the charger's others; 0 before it is kept
   */
  record DeadLetter(
      ChargerId charger, long number, Queued queued, Instant parkedAt, String reason) {

    /**
     * All that a write gives up: what its changes call undeliverable. Such a message never was in
     * an outbox, its place is 0.
     */
    public static List<DeadLetter> of(ChargerId charger, List<Change> changes) {
      return changes.stream()
          .filter(TransactionChange.Undeliverable.class::isInstance)
          .map(TransactionChange.Undeliverable.class::cast)
          .map(
              given ->
                  new DeadLetter(
                      charger,
                      0,
                      new Queued(0, given.message(), given.at(), 0, given.at()),
                      given.at(),
                      given.reason()))
          .toList();
    }

    /** The same with its number. */
    public DeadLetter numbered(long given) {
      return new DeadLetter(charger, given, queued, parkedAt, reason);
    }
  }

  /**
   * The dead letters of a charger.
   *
   * @param kept the oldest first
   * @param forgotten how many older ones are not among them
   */
  record DeadLetters(List<DeadLetter> kept, long forgotten) {

    /** There are none. */
    public static final DeadLetters NONE = new DeadLetters(List.of(), 0);
  }

  /** What a write led to: the state after it, and the outbox rows it appended. */
  record Noted(ChargerState state, List<Queued> appended) {}

  /** The state of a charger, if it was ever heard. */
  Optional<ChargerState> find(ChargerId charger);

  /** All chargers ever heard. */
  Collection<ChargerId> chargers();

  /**
   * Keeps changes and appends transaction messages to the charger's outbox. What the changes call
   * undeliverable becomes a dead letter, here and in all methods that take changes.
   */
  Noted note(ChargerState before, List<Change> changes, List<Message> outbox, Instant now);

  /** The first message of a charger's outbox. */
  Optional<Queued> head(ChargerId charger);

  /** Number of messages in a charger's outbox. */
  int depth(ChargerId charger);

  /** Whether a charger's outbox holds messages of a transaction, by the charger's number. */
  boolean waits(ChargerId charger, int transaction);

  /**
   * Takes the head, delivered, out of the outbox, together with what followed from it.
   *
   * @throws IllegalStateException if {@code head} is not the head; then nothing has changed
   */
  Noted delivered(
      ChargerState before, Queued head, List<Change> changes, List<Message> outbox, Instant now);

  /** Notes a failed attempt of the head. */
  void refused(ChargerId charger, Queued head);

  /** Moves the head to the dead letters, together with what followed from it. */
  Noted park(
      ChargerState before,
      Queued head,
      String reason,
      List<Change> changes,
      List<Message> outbox,
      Instant now);

  /**
   * Drops all that is known of a charger that is gone, unless messages wait in its outbox or dead
   * letters are kept.
   */
  void forget(ChargerId charger);

  /** What was given up of a charger's messages. */
  DeadLetters deadLetters(ChargerId charger);

  /**
   * Puts a dead letter at the end of its charger's outbox, for another try.
   *
   * @return the row; empty if there is no such dead letter
   */
  Optional<Queued> retry(ChargerId charger, long number, Instant now);

  /**
   * Throws a dead letter away.
   *
   * @return whether there was one
   */
  boolean drop(ChargerId charger, long number);

  /** When a charger was last heard, as far as {@link #heard} was told. */
  Optional<Instant> lastHeard(ChargerId charger);

  /** Chargers were heard; told now and then, not with each request. */
  void heard(Map<ChargerId, Instant> lately);

  /**
   * Why nothing can be written now, in words; empty while all is well. A store tries by itself
   * whether it works again.
   */
  Optional<String> trouble();

  @Override
  void close();
}
