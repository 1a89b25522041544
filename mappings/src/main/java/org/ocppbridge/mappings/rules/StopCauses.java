package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Connectors.Connector;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.StopReason;

/** What may have ended a transaction, told from what was asked of the charger and what it said. */
public final class StopCauses {

  /** A remote stop explains a stop within this time (MR B2). */
  private static final Duration REMOTE_STOP_WORKS = Duration.ofSeconds(120);

  /** A reset does for as long as the charger is given to boot (MR B3). */
  private static final Duration RESET_WORKS = Duration.ofSeconds(300);

  private static final Duration UNLOCK_WORKS = Duration.ofSeconds(60);
  private static final Duration FAULT_WORKS = Duration.ofSeconds(60);

  private StopCauses() {}

  /** Whether the CSMS did not accept its idTag. */
  public static boolean deAuthorized(Transaction transaction) {
    return transaction
        .cause()
        .filter(cause -> cause.reason() == StopReason.DE_AUTHORIZED)
        .isPresent();
  }

  /** A reset that the charger was lately asked for while the transaction ran. */
  public static Optional<Commands.PendingReset> reset(Transaction transaction, ChargerView view) {
    return view.state()
        .commands()
        .reset()
        .filter(reset -> during(transaction, reset.at(), RESET_WORKS, view));
  }

  /** Why the charger was lately asked to stop it. */
  public static Optional<StopReason> asked(Transaction transaction, ChargerView view) {
    return transaction
        .cause()
        .filter(cause -> recent(cause.at(), REMOTE_STOP_WORKS, view.now()))
        .map(Transaction.Cause::reason);
  }

  /** Whether its connector was just unlocked for the CSMS. */
  public static boolean unlocked(Transaction transaction, ChargerView view) {
    return during(transaction, connector(transaction, view).unlockedAt(), UNLOCK_WORKS, view);
  }

  /** Whether its connector has just been Faulted. */
  public static boolean faulted(Transaction transaction, ChargerView view) {
    return during(transaction, connector(transaction, view).faultedAt(), FAULT_WORKS, view);
  }

  private static Connector connector(Transaction transaction, ChargerView view) {
    return view.state().connectors().get(transaction.start().connectorId());
  }

  private static boolean during(
      Transaction transaction, Instant time, Duration within, ChargerView view) {
    return !time.isBefore(transaction.startedAt()) && recent(time, within, view.now());
  }

  private static boolean recent(Instant time, Duration within, Instant now) {
    return now.isBefore(time.plus(within));
  }
}
