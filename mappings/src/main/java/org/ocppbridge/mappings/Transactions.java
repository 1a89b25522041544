package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The transactions of a charger.
 *
 * @param last the highest number issued so far; never reused
 * @param all open ones and, for {@link #KEPT}, ended ones, by the charger's number
 * @param mustStop numbers of transactions that the charger has to be told to stop, with the tries
 *     so far
 * @param seen fingerprints of the last {@value #SEEN_MAX} MeterValues, to tell a repetition
 */
public record Transactions(
    int last,
    SortedMap<Integer, Transaction> all,
    Map<Integer, Integer> mustStop,
    List<Long> seen) {

  /** How long an ended transaction is remembered, so that a repetition is known as one. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Most transactions remembered that are no longer open. */
  public static final int ENDED_MAX = 1000;

  /** Most transactions taken as open at once; over it the oldest count as orphaned. */
  public static final int OPEN_MAX = 500;

  public static final int SEEN_MAX = 200;
  private static final int MUST_STOP_MAX = 100;

  static Transactions from(int last) {
    return new Transactions(
        last, Collections.unmodifiableSortedMap(new TreeMap<>()), Map.of(), List.of());
  }

  public Optional<Transaction> find(Integer id) {
    return id == null ? Optional.empty() : Optional.ofNullable(all.get(id));
  }

  public Stream<Transaction> open() {
    return all.values().stream().filter(Transaction::open);
  }

  /** The youngest open transaction of a connector. */
  public Optional<Transaction> openOn(int connector) {
    return all.values().stream()
        .filter(t -> t.openOn(connector))
        .reduce((older, younger) -> younger);
  }

  /** The transaction that the CSMS knows by this id; a running one before one that is over. */
  public Optional<Transaction> ofCsms(String csmsId) {
    List<Transaction> same =
        all.values().stream().filter(t -> t.csmsId().filter(csmsId::equals).isPresent()).toList();
    return same.stream().filter(Transaction::open).findFirst().or(() -> same.stream().findFirst());
  }

  Transactions started(Transaction transaction, Instant now) {
    SortedMap<Integer, Transaction> copy = new TreeMap<>(all);
    copy.put(transaction.id(), transaction);
    forget(copy, now);
    return new Transactions(
        Math.max(last, transaction.id()), Collections.unmodifiableSortedMap(copy), mustStop, seen);
  }

  Transactions taken(int number) {
    return new Transactions(Math.max(last, number), all, mustStop, seen);
  }

  private static void forget(SortedMap<Integer, Transaction> copy, Instant now) {
    copy.values().removeIf(t -> !t.open() && t.endedAt().plus(KEPT).isBefore(now));
    long surplus = copy.values().stream().filter(t -> !t.open()).count() - ENDED_MAX;
    List<Integer> oldest =
        copy.values().stream()
            .filter(t -> !t.open())
            .limit(Math.max(0, surplus))
            .map(Transaction::id)
            .toList();
    oldest.forEach(copy::remove);
    long open = copy.values().stream().filter(Transaction::open).count() - OPEN_MAX;
    List<Transaction> stale =
        copy.values().stream().filter(Transaction::open).limit(Math.max(0, open)).toList();
    stale.forEach(t -> copy.put(t.id(), t.in(Transaction.Phase.ORPHANED, now)));
  }

  Transactions change(int id, UnaryOperator<Transaction> change) {
    Transaction transaction = all.get(id);
    return transaction == null
        ? this
        : new Transactions(last, Copies.with(all, id, change.apply(transaction)), mustStop, seen);
  }

  Transactions mustStop(int id, int tries) {
    return new Transactions(last, all, Copies.with(mustStop, id, tries, MUST_STOP_MAX), seen);
  }

  Transactions stopSettled(int id) {
    return new Transactions(last, all, Copies.without(mustStop, id), seen);
  }

  Transactions seen(long fingerprint) {
    return new Transactions(last, all, mustStop, Copies.with(seen, fingerprint, SEEN_MAX));
  }
}
