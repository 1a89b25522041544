package org.ocppbridge.mappings.json16;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;

/**
 * Transactions that must have ended though no StopTransaction came (MR D8). Towards 1.6J none is
 * made up: the bridge only stops taking them for open, so that the next messages find the right
 * transaction; their StopTransaction is still sent when it comes. A BootNotification alone ends
 * nothing: chargers send it also when their address may have changed (OCPP-S 1.6 §7.1).
 */
final class Orphans16 {

  private static final String WAKE_UP = "orphan/";
  private static final Duration GRACE = Duration.ofSeconds(60);

  private Orphans16() {}

  /** A new transaction begins on a connector: no other can be open there. */
  static List<Change> onStart(int connector, ChargerView view) {
    return openOn(connector, view)
        .<Change>map(t -> new TransactionChange.Orphaned(t.id(), view.now()))
        .toList();
  }

  /** A connector is Available: its StopTransaction should be on its way. */
  static List<Change> onAvailable(int connector, ChargerView view) {
    return openOn(connector, view).map(t -> expectStop(t, view.now())).toList();
  }

  private static Stream<Transaction> openOn(int connector, ChargerView view) {
    return view.state().transactions().open().filter(t -> t.openOn(connector));
  }

  private static Change expectStop(Transaction transaction, Instant now) {
    return new Change.WakeUp(WAKE_UP + transaction.id(), now.plus(GRACE));
  }

  /** Not an orphan: the charger has just named it. */
  static Change alive(int id) {
    return new Change.WakeUpOver(WAKE_UP + id);
  }

  static boolean isWakeUp(String reason) {
    return reason.startsWith(WAKE_UP);
  }

  static List<Change> woken(String reason, ChargerView view) {
    int id = Integer.parseInt(reason.substring(WAKE_UP.length()));
    return List.of(new Change.WakeUpOver(reason), new TransactionChange.Orphaned(id, view.now()));
  }
}
