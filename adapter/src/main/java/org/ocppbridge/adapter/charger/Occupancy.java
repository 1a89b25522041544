package org.ocppbridge.adapter.charger;

import java.util.function.BooleanSupplier;

/**
 * Counts what is under way for a charger, so that its parts are exchanged only while nothing is.
 * What has ended once stays so.
 */
public final class Occupancy {
  private int inside;
  private boolean over;

  /** Begins something; false if it is over, and nothing may begin any more. */
  public synchronized boolean enter() {
    if (!over) {
      inside++;
    }
    return !over;
  }

  /** Ends what {@link #enter} began. */
  public synchronized void leave() {
    inside--;
  }

  /**
   * Ends it for good, if nothing is under way.
   *
   * @param calm asked last: whether nothing else speaks against it
   * @return whether it is over now
   */
  synchronized boolean end(BooleanSupplier calm) {
    over = over || inside == 0 && calm.getAsBoolean();
    return over;
  }

  /** Does something that has no point any more once it is over. */
  void inside(Runnable work) {
    if (enter()) {
      try {
        work.run();
      } finally {
        leave();
      }
    }
  }
}
