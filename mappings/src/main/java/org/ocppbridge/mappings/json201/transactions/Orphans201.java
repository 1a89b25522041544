package org.ocppbridge.mappings.json201.transactions;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.rules.MissingStops;
import org.ocppbridge.mappings.rules.StopObligation;

/**
 * Transactions that must have ended though no StopTransaction came: the bridge ends them towards
 * the CSMS, with the last reading it knows (MR D8).
 */
final class Orphans201 {

  /** A charger that boots loses what runs; that explains an end this long after it. */
  private static final Duration BOOT_EXPLAINS = Duration.ofMinutes(10);

  private Orphans201() {}

  /** A transaction begins on an EVSE: no other can be open there (E01.FR.14). */
  static List<Planned> onStart(
      StartTransaction.Request next, Evse evse, Instant at, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .filter(t -> on(t, view).id() == evse.id())
        .map(t -> end(t, at, meter(t, next, view), view))
        .toList();
  }

  private static Evse on(Transaction t, ChargerView view) {
    return Evse.of(Math.max(1, t.start().connectorId()), view);
  }

  /** The same meter shows at the next start what it showed at this end, if it did not restart. */
  private static Optional<BigDecimal> meter(
      Transaction t, StartTransaction.Request next, ChargerView view) {
    boolean same =
        t.start().connectorId().equals(next.connectorId())
            && next.meterStart().compareTo(t.start().meterStart()) >= 0;
    return same ? Optional.of(next.meterStart()) : Register.during(t, view);
  }

  /** A StopTransaction did not come in time. */
  static Step<Void> woken(String reason, ChargerView view) {
    return over(MissingStops.due(reason, view), List.of(new Change.WakeUpOver(reason)), view);
  }

  /** Ends what is due, if anything is. */
  static Step<Void> over(Optional<Transaction> due, List<Change> before, ChargerView view) {
    List<Change> changes = new ArrayList<>(before);
    if (due.isEmpty()) {
      return Step.Done.with(null, changes);
    }
    Planned ended = end(due.get(), view.now(), Register.during(due.get(), view), view);
    changes.addAll(ended.changes());
    return Told.with(null, changes, ended.messages(), ended.losses());
  }

  private static Planned end(
      Transaction t, Instant at, Optional<BigDecimal> meter, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new TransactionChange.Orphaned(t.id(), view.now()));
    changes.add(MissingStops.alive(t.id()));
    changes.add(Silence201.over(t.id()));
    changes.addAll(StopObligation.settled(t.id()));
    if (!TransactionEvents.runs(t, view)) {
      return new Planned(changes, List.of(), List.of());
    }
    List<Loss> losses = new ArrayList<>();
    losses.add(
        Loss.synthesised(
            "StopTransaction", "none came for transaction " + t.id() + ": the bridge ends it"));
    StoppedReason reason = booted(t, view) ? StoppedReason.POWER_LOSS : StoppedReason.OTHER;
    Event ended =
        Event.ended(at, TriggerReason.ABNORMAL_CONDITION, reason, ChargingState.IDLE)
            .reading(Ending.readings(t, List.of(), meter, at, view, losses));
    Planned planned = TransactionEvents.of(t, view).add(ended).planned();
    changes.addAll(planned.changes());
    return new Planned(changes, planned.messages(), losses);
  }

  private static boolean booted(Transaction t, ChargerView view) {
    Instant bootAt = view.state().registration().bootAt();
    return bootAt.isAfter(t.startedAt()) && view.now().isBefore(bootAt.plus(BOOT_EXPLAINS));
  }
}
