package org.ocppbridge.mappings.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Which transaction a StopTransaction ends. One with −1, 0 or a number that was never given out
 * means an open transaction of the charger, if only one can be meant (MR D8).
 */
public final class StopMatching {

  private StopMatching() {}

  /**
   * The transaction that is meant.
   *
   * @param losses gets a line if it is not the one that was named
   */
  public static Optional<Transaction> find(
      StopTransaction.Request stop, ChargerView view, List<Loss> losses) {
    Optional<Transaction> named = view.state().transactions().find(stop.transactionId());
    if (named.isPresent()) {
      return named;
    }
    List<Transaction> candidates =
        view.state().transactions().open().filter(t -> possible(t, stop)).toList();
    Optional<Transaction> meant =
        only(candidates, t -> true)
            .or(() -> only(candidates, t -> t.start().idTag().equalsIgnoreCase(stop.idTag())))
            .or(() -> only(candidates, t -> !t.numberUsed()));
    meant.ifPresent(
        t ->
            losses.add(
                Loss.changed(
                    "transactionId",
                    "was " + stop.transactionId() + ": only " + t.id() + " can be meant")));
    return meant;
  }

  /** A meter does not run backwards, and a transaction does not end before it began. */
  private static boolean possible(Transaction t, StopTransaction.Request stop) {
    boolean meterFits =
        stop.meterStop() == null || stop.meterStop().compareTo(t.start().meterStart()) >= 0;
    boolean timeFits =
        stop.timestamp() == null || !stop.timestamp().isBefore(t.start().timestamp());
    return meterFits && timeFits;
  }

  private static Optional<Transaction> only(
      List<Transaction> candidates, Predicate<Transaction> condition) {
    List<Transaction> left = candidates.stream().filter(condition).toList();
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }
}
