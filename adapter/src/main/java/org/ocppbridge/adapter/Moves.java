package org.ocppbridge.adapter;

import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.mappings.ChargerId;

/**
 * The chargers that are not yet served as the settings in force want it: they finish first what
 * they began. Looked at again and again until there is none.
 */
final class Moves {
  private final Bridge bridge;
  private final Set<ChargerId> left = new TreeSet<>();
  private boolean owing;

  Moves(Bridge bridge) {
    this.bridge = bridge;
  }

  /**
   * Other settings are in force.
   *
   * @param atOnce whether transactions are left unfinished where they began
   * @return how many chargers they touch
   */
  synchronized int begin(boolean atOnce) {
    owing = atOnce;
    left.clear();
    left.addAll(bridge.outdated());
    int touched = left.size();
    look();
    return touched;
  }

  /** Serves those that can be served otherwise by now. */
  synchronized void look() {
    for (Iterator<ChargerId> each = left.iterator(); each.hasNext(); ) {
      if (bridge.renew(each.next(), owing)) {
        each.remove();
      }
    }
  }

  /** Those that have still to finish something. */
  synchronized Set<ChargerId> left() {
    return new TreeSet<>(left);
  }
}
