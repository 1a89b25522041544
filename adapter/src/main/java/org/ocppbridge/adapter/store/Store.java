package org.ocppbridge.adapter.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
   * @param older how many more are kept, all older than these
   * @param dropped how many were dropped, too many or too old; they are lost
   */
  record DeadLetters(List<DeadLetter> kept, long older, long dropped) {

    /** There are none. */
    public static final DeadLetters NONE = new DeadLetters(List.of(), 0, 0);
  }

  /** Most messages outside transactions that are kept of one charger; over it the oldest goes. */
  int KEPT_MAX = 500;

  /** What a write led to: the state after it, and the messages it was given, in their places. */
  record Noted(ChargerState state, List<Queued> appended) {}

  /** The state of a charger, if it was ever heard. */
  Optional<ChargerState> find(ChargerId charger);

  /** All chargers ever heard. */
  Collection<ChargerId> chargers();

  /**
   * Keeps changes, and messages: those of transactions at the end of the charger's outbox, others
   * beside it, as many of a key as they say ({@link Message#keptOfKey}) or all if the CSMS has set
   * that, but {@value #KEPT_MAX} at most. None of them may be {@link Message.Delivery#VOLATILE}.
   *
   * <p>What the changes call undeliverable becomes a dead letter. All this holds for every method
   * that takes changes and messages.
   */
  Noted note(ChargerState before, List<Change> changes, List<Message> messages, Instant now);

  /** The messages outside transactions that are kept of a charger, in the order they came. */
  List<Queued> kept(ChargerId charger);

  /**
   * A message outside transactions need not be kept any longer. Not waited for: after a crash it
   * may be there still.
   */
  void release(ChargerId charger, long seq);

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
      ChargerState before, Queued head, List<Change> changes, List<Message> messages, Instant now);

  /** Notes a failed attempt of the head. */
  void refused(ChargerId charger, Queued head);

  /** Moves the head to the dead letters, together with what followed from it. */
  Noted park(
      ChargerState before,
      Queued head,
      String reason,
      List<Change> changes,
      List<Message> messages,
      Instant now);

  /**
   * Drops all that is known of a charger that is gone, unless messages wait in its outbox or dead
   * letters are kept. Messages outside transactions go with it.
   */
  void forget(ChargerId charger);

  /** Most dead letters read at once. */
  int LETTERS_PAGE = 100;

  /**
   * How many dead letters a charger has.
   *
   * @param kept how many are kept
   * @param dropped how many were dropped, too many or too old; they are lost
   */
  record LetterCounts(long kept, long dropped) {}

  /** How much of a charger's messages was given up; quick. */
  default LetterCounts letterCounts(ChargerId charger) {
    DeadLetters letters = deadLetters(charger);
    return new LetterCounts(letters.kept().size() + letters.older(), letters.dropped());
  }

  /** What was given up of a charger's messages; the {@value #LETTERS_PAGE} youngest at most. */
  DeadLetters deadLetters(ChargerId charger);

  /**
   * The next dead letters of a charger, {@value #LETTERS_PAGE} at most, the oldest first.
   *
   * @param after the number before theirs; 0: from the first
   */
  List<DeadLetter> deadLetters(ChargerId charger, long after);

  /**
   * Drops a charger's dead letters that were given up before that time; they are counted.
   *
   * @return how many there were
   */
  int expire(ChargerId charger, Instant before);

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

  /**
   * Changes what a charger's dead letters say, in one commit.
   *
   * @param change gives each one with another reason and message; the same one if nothing is to
   *     change
   * @return how many changed
   */
  int rewrite(ChargerId charger, UnaryOperator<DeadLetter> change);

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
