package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests in work, up to a limit. */
final class Room {

  private final Places free;
  private int size; // guarded by this
  private volatile boolean closed;

  Room(int size) {
    this.size = size;
    this.free = new Places(size);
  }

  private static final class Places extends Semaphore {
    private static final long serialVersionUID = 1L;

    Places(int size) {
      super(size);
    }

    void remove(int some) {
      reducePermits(some);
    }
  }

  /** Has another size from now on; who is in stays. */
  synchronized void resize(int other) {
    if (other > size) {
      free.release(other - size);
    } else {
      free.remove(size - other);
    }
    size = other;
  }

  /** Takes a place if one is free; never waits. */
  boolean enter() {
    if (closed || !free.tryAcquire()) {
      return false;
    }
    if (closed) {
      free.release();
      return false;
    }
    return true;
  }

  private synchronized int all() {
    return size;
  }

  void leave() {
    free.release();
  }

  /** Lets nobody in any more and waits until all have left; gives up after the time. */
  void drain(Duration patience) {
    closed = true;
    int all = all();
    try {
      if (free.tryAcquire(all, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(all);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
