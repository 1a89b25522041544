package org.ocppbridge.mappings.json201.transactions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.rules.LastHeard;

/** A transaction whose charger is not heard of for {@link #LONGEST} is over (MR D8). */
final class Silence201 {

  /** What stands before the transaction's number in the reason of the wake-ups. */
  static final String KIND = "silent";

  /** How long a charger may say nothing while a transaction runs. */
  static final Duration LONGEST = Duration.ofDays(30);

  private Silence201() {}

  /** A transaction begins: to be looked at again when its charger may have been silent so long. */
  static Change watch(int id, Instant from) {
    return new Change.WakeUp(KIND + "/" + id, from.plus(LONGEST));
  }

  /** The transaction is over. */
  static Change over(int id) {
    return new Change.WakeUpOver(KIND + "/" + id);
  }

  static Step<Void> woken(String reason, ChargerView view) {
    int id = Integer.parseInt(reason.substring(KIND.length() + 1));
    Optional<Transaction> open = view.state().transactions().find(id).filter(Transaction::open);
    Instant heard = LastHeard.of(view);
    boolean lately = view.now().isBefore(heard.plus(LONGEST));
    if (open.isPresent() && lately) {
      return Step.Done.with(null, List.of(watch(id, heard)));
    }
    return Orphans201.over(open, List.of(over(id)), view);
  }
}
