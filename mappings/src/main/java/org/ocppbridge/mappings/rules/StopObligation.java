package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.StopReason;

/**
 * A transaction the CSMS refused after the charger had been told Accepted: the charger has to be
 * told to stop it. The obligation is noted before the charger is called and stays until it answers
 * or the transaction is over (MR A8, D8).
 */
public final class StopObligation {

  /** What stands before the transaction's number in the reason of its wake-ups. */
  public static final String KIND = "stop";

  private static final String WAKE_UP = KIND + "/";
  private static final Duration RETRY = Duration.ofSeconds(60);
  private static final Duration RETRY_MAX = Duration.ofMinutes(10);

  /**
   * A 1.2 or 1.5 charger that was refused in time may need to be told; it is unknown what they do
   * by themselves.
   */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private StopObligation() {}

  /** Whether a wake-up is one of these. */
  public static boolean isWakeUp(String reason) {
    return reason.startsWith(WAKE_UP);
  }

  /** Asks the charger to stop, together with the changes that led to it. */
  public static Step<Void> now(int id, List<Change> before, ChargerView view) {
    int tries = view.state().transactions().mustStop().getOrDefault(id, 0);
    List<Change> changes = new ArrayList<>(before);
    changes.add(new TransactionChange.MustStop(id, tries + 1));
    if (!byMasterPass(id, view)) {
      changes.add(deAuthorized(id, view.now()));
    }
    changes.add(again(id, tries + 1, view.now()));
    Loss made = Loss.synthesised("RemoteStopTransaction", "the CSMS refused transaction " + id);
    return new Step.AskCharger<>(
        changes,
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Request(id),
        List.of(made),
        (reply, later) -> answered(id, reply));
  }

  private static Step<Void> answered(int id, ChargerReply<RemoteStopTransaction.Answer> reply) {
    return switch (reply) {
      case ChargerReply.Answered<?> ignored -> Step.Done.with(null, settled(id));
      case ChargerReply.Failed<?> ignored -> Step.Done.with(null);
    };
  }

  private static Change again(int id, int tries, Instant now) {
    Duration wait = RETRY.multipliedBy(tries);
    return new Change.WakeUp(
        WAKE_UP + id, now.plus(wait.compareTo(RETRY_MAX) < 0 ? wait : RETRY_MAX));
  }

  /** Notes that the charger, refused in time, has to be told if it does not stop by itself. */
  public static List<Change> afterGrace(int id, ChargerView view) {
    return List.of(
        new TransactionChange.MustStop(id, 0),
        deAuthorized(id, view.now()),
        new Change.WakeUp(WAKE_UP + id, view.now().plus(GRACE)));
  }

  /** Has the charger stop a transaction at once because a Master Pass was shown (2.0.1 C16). */
  public static List<Change> byMasterPass(int id, String idTag, ChargerView view) {
    Transaction.Cause cause =
        new Transaction.Cause(StopReason.REMOTE, view.now(), Optional.of(idTag));
    return List.of(
        new TransactionChange.MustStop(id, 0),
        new TransactionChange.Caused(id, Optional.of(cause)),
        new Change.WakeUp(WAKE_UP + id, view.now()));
  }

  private static boolean byMasterPass(int id, ChargerView view) {
    return view.state()
        .transactions()
        .find(id)
        .flatMap(Transaction::cause)
        .flatMap(Transaction.Cause::masterPass)
        .isPresent();
  }

  private static Change deAuthorized(int id, Instant now) {
    return new TransactionChange.Caused(
        id, Optional.of(new Transaction.Cause(StopReason.DE_AUTHORIZED, now)));
  }

  /** Nothing more to do about a transaction. */
  public static List<Change> settled(int id) {
    return List.of(new TransactionChange.StopSettled(id), new Change.WakeUpOver(WAKE_UP + id));
  }

  /** Asks the charger again, if that is still due. */
  public static Step<Void> woken(String reason, ChargerView view) {
    int id = Integer.parseInt(reason.substring(WAKE_UP.length()));
    boolean stillDue =
        view.state().transactions().mustStop().containsKey(id)
            && view.state().transactions().find(id).filter(Transaction::open).isPresent();
    return stillDue ? now(id, List.of(), view) : Step.Done.with(null, settled(id));
  }

  /** The charger is heard: what it could not be told before is tried again at once. */
  public static List<Change> onContact(ChargerView view) {
    return view.state().transactions().mustStop().entrySet().stream()
        .filter(due -> due.getValue() > 0)
        .map(Map.Entry::getKey)
        .<Change>map(id -> new Change.WakeUp(WAKE_UP + id, view.now()))
        .toList();
  }
}
