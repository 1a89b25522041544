package org.ocppbridge.adapter.fleet;

import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.ocppbridge.mappings.ChargerId;

/**
 * The chargers that are not yet served as the settings in force want it: they finish first what
 * they began. Looked at again and again until there is none.
 */
public final class Moves {
  private final Renewal renewal;
  private final Set<ChargerId> left = new TreeSet<>();
  private boolean owing;

  Moves(Renewal renewal) {
    this.renewal = renewal;
  }

  /**
   * Other settings are in force.
   *
   * @param atOnce whether transactions are left unfinished where they began
   * @return how many chargers they touch
   */
  public synchronized int begin(boolean atOnce) {
    owing = atOnce;
    left.clear();
    left.addAll(renewal.outdated());
    int touched = left.size();
    look();
    return touched;
  }

  /** Serves those that can be served otherwise by now. */
  public synchronized void look() {
    for (Iterator<ChargerId> each = left.iterator(); each.hasNext(); ) {
      if (renewal.renew(each.next(), owing)) {
        each.remove();
      }
    }
  }

  /** Those that have still to finish something. */
  public synchronized Set<ChargerId> left() {
    return new TreeSet<>(left);
  }
}
