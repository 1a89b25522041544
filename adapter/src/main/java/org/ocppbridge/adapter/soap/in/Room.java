package org.ocppbridge.adapter.soap.in;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests in work, up to a limit. */
final class Room {

  private final int size;
  private final Semaphore free;
  private volatile boolean closed;

  Room(int size) {
    this.size = size;
    this.free = new Semaphore(size);
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

  void leave() {
    free.release();
  }

  /** Lets nobody in any more and waits until all have left; gives up after the time. */
  void drain(Duration patience) {
    closed = true;
    try {
      if (free.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(size);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
