package org.ocppbridge.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/** Keeps a courier from sending while something has to come first. */
public final class Gate {

  /** An answer that has not left after this time is not waited for any more. */
  private static final Duration HOLD_MAX = Duration.ofSeconds(10);

  private final Object lock;
  private final Desk desk;
  private final Runnable opened;

  // Guarded by the lock.
  private int holds;
  private final Queue<Hold> held = new ArrayDeque<>(2);
  private boolean alarmed;

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
    Hold hold = new Hold(desk.steady().plus(HOLD_MAX));
    synchronized (lock) {
      holds++;
      held.add(hold);
      if (alarmed) {
        return hold; // one alarm looks after all of them
      }
      alarmed = true;
    }
    desk.wakeAt(hold.end, this::giveUp);
    return hold;
  }

  /** Releases what was held too long, and looks again when the next one is. */
  private void giveUp() {
    Instant now = desk.steady();
    List<Hold> over;
    Hold next;
    synchronized (lock) {
      over = held.stream().filter(hold -> !hold.end.isAfter(now)).toList();
      next = held.stream().filter(hold -> hold.end.isAfter(now)).findFirst().orElse(null);
      alarmed = next != null;
    }
    over.forEach(Hold::release);
    if (next != null) {
      desk.wakeAt(next.end, this::giveUp);
    }
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
    private final Instant end;

    private Hold(Instant end) {
      this.end = end;
    }

    /** Only the first call counts. */
    public void release() {
      synchronized (lock) {
        if (!held.remove(this)) {
          return;
        }
        holds--;
      }
      opened.run();
    }
  }
}
