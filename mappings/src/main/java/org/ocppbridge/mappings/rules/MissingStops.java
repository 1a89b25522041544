package org.ocppbridge.mappings.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Transaction;

/**
 * Transactions that must have ended though no StopTransaction has come (MR D8): when that is
 * suspected, and when no longer. A BootNotification alone ends nothing: chargers send it also when
 * their address may have changed (OCPP-S 1.6 §7.1). One that surely tells of a restart does, unless
 * the charger shows in time that the transaction goes on.
 */
public final class MissingStops {

  /** What stands before the transaction's number in the reason of the wake-ups. */
  public static final String KIND = "orphan";

  /** How long a StopTransaction is waited for once its connector is Available. */
  public static final Duration GRACE = Duration.ofSeconds(60);

  /** The same for a charger that tells what it kept while it was away. */
  public static final Duration REPLAY_GRACE = Duration.ofSeconds(300);

  private static final String WAKE_UP = KIND + "/";

  private MissingStops() {}

  /** A connector is Available: its StopTransaction should be on its way. */
  public static List<Change> onAvailable(int connector, Duration grace, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .filter(t -> t.openOn(connector))
        .<Change>map(t -> new Change.WakeUp(WAKE_UP + t.id(), view.now().plus(grace)))
        .toList();
  }

  /** The charger has surely restarted: what ran should be told to have ended, or to go on. */
  public static List<Change> onRestart(Duration grace, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .<Change>map(t -> new Change.WakeUp(WAKE_UP + t.id(), view.now().plus(grace)))
        .toList();
  }

  /** Not one of these: the charger has just named it, or it is over. */
  public static Change alive(int id) {
    return new Change.WakeUpOver(WAKE_UP + id);
  }

  /** Whether a wake-up is one of these. */
  public static boolean isWakeUp(String reason) {
    return reason.startsWith(WAKE_UP);
  }

  /** The transaction of a wake-up, if it is still open. */
  public static Optional<Transaction> due(String reason, ChargerView view) {
    int id = Integer.parseInt(reason.substring(WAKE_UP.length()));
    return view.state().transactions().find(id).filter(Transaction::open);
  }
}
