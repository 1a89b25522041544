package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.Transaction.Phase;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.StartTransaction;

/** Changes of a charger's transactions. */
public sealed interface TransactionChange extends Change {

  /** A transaction began and got its number. */
  record Started(int id, StartTransaction.Request request, Instant at)
      implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().started(Transaction.started(id, request, at), at))
          .with(s.connectors().change(request.connectorId(), c -> c.ended(false)));
    }
  }

  /** Numbers up to this one may have been given out, though nothing is known of it. */
  record NumbersTaken(int last) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().taken(last));
    }
  }

  /** The charger was answered to its start. */
  record StartTold(int id, IdTagInfo info) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.told(info)));
    }
  }

  /** The CSMS gave its id. */
  record CsmsIdKnown(int id, String csmsId) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.known(csmsId)));
    }
  }

  /** What the CSMS said of the start's idTag, whether or not the charger still waits for it. */
  record Judged(int id, IdTagInfo verdict) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.judged(verdict)));
    }
  }

  /** The CSMS refused the start for good, or took it without giving an id. */
  record StartParked(int id) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, Transaction::parked));
    }
  }

  /** The charger used the number it was given. */
  record NumberUsed(int id) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, Transaction::used));
    }
  }

  /** Somebody asked for the transaction to be stopped (a cause), or that came to nothing (none). */
  record Caused(int id, Optional<Transaction.Cause> cause) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.because(cause)));
    }
  }

  /** The transaction must have ended, though no StopTransaction came. */
  record Orphaned(int id, Instant at) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.open() ? t.in(Phase.ORPHANED, at) : t));
    }
  }

  /** Its StopTransaction came. */
  record Ended(int id, Instant at) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      Optional<Transaction> transaction = s.transactions().find(id);
      if (transaction.isEmpty()) {
        return s;
      }
      int connector = transaction.get().start().connectorId();
      boolean lastOne =
          s.transactions().openOn(connector).filter(open -> open.id() != id).isEmpty();
      return s.with(s.transactions().change(id, t -> t.in(Phase.ENDED, at)).stopSettled(id))
          .with(s.connectors().change(connector, c -> c.ended(lastOne)));
    }
  }

  /** The charger was answered to its stop. */
  record StopTold(int id, IdTagInfo info) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().change(id, t -> t.stopTold(info)));
    }
  }

  /** The charger has to be told to stop a transaction; the obligation stays until it answers. */
  record MustStop(int id, int tries) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().mustStop(id, tries));
    }
  }

  /** The charger answered, or the transaction is over. */
  record StopSettled(int id) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().stopSettled(id));
    }
  }

  /** MeterValues with this content came. */
  record MeterValuesSeen(long fingerprint) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.transactions().seen(fingerprint));
    }
  }

  /**
   * A message that the CSMS cannot be given, or that did not come to what it was for. The store
   * keeps it among its dead letters, for a person to decide; nothing changes in the charger's
   * state.
   *
   * @param message what there is of it, as it would be sent or as the charger said it
   * @param reason why, in words
   */
  record Undeliverable(Message message, String reason, Instant at) implements TransactionChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s;
    }
  }
}
