package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.rules.MissingStops;

/**
 * Transactions that must have ended though no StopTransaction came (MR D8). Towards 1.6J none is
 * made up: the bridge only stops taking them for open, so that the next messages find the right
 * transaction; their StopTransaction is still sent when it comes.
 */
final class Orphans16 {

  private Orphans16() {}

  /** A new transaction begins on a connector: no other can be open there. */
  static List<Change> onStart(int connector, ChargerView view) {
    return view.state()
        .transactions()
        .open()
        .filter(t -> t.openOn(connector))
        .<Change>map(t -> new TransactionChange.Orphaned(t.id(), view.now()))
        .toList();
  }

  static List<Change> woken(String reason, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.WakeUpOver(reason));
    MissingStops.due(reason, view)
        .ifPresent(t -> changes.add(new TransactionChange.Orphaned(t.id(), view.now())));
    return changes;
  }
}
