package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.util.function.Supplier;

/** Keeps a courier from sending while something has to come first. */
public final class Gate {

  /** An answer that has not left after this time is not waited for any more. */
  private static final Duration HOLD_MAX = Duration.ofSeconds(10);

  private final Object lock;
  private final Desk desk;
  private final Runnable opened;

  /** Guarded by the lock. */
  private int holds;

  /**
   * @param lock the courier's: while it chooses what to send the gate does not move
   * @param opened told when a hold is released
   */
  Gate(Object lock, Desk desk, Runnable opened) {
    this.lock = lock;
    this.desk = desk;
    this.opened = opened;
  }

  boolean open() {
    synchronized (lock) {
      return holds == 0;
    }
  }

  /** Shuts it until the hold is released, so that an answer can leave first. */
  Hold hold() {
    count(1);
    Hold hold = new Hold();
    desk.wakeAt(desk.steady().plus(HOLD_MAX), hold::release);
    return hold;
  }

  /** Shuts it while something is done. Nobody is told when it is over. */
  <T> T shutDuring(Supplier<T> work) {
    count(1);
    try {
      return work.get();
    } finally {
      count(-1);
    }
  }

  private void count(int more) {
    synchronized (lock) {
      holds += more;
    }
  }

  /** See {@link #hold}. */
  public final class Hold {
    private boolean released;

    /** Only the first call counts. */
    public void release() {
      synchronized (lock) {
        if (released) {
          return;
        }
        released = true;
        holds--;
      }
      opened.run();
    }
  }
}
