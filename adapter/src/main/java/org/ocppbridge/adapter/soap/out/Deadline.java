package org.ocppbridge.adapter.soap.out;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A moment until which may be waited. */
record Deadline(long nanoTime) {

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  Deadline or(Deadline other) {
    return nanoTime - other.nanoTime <= 0 ? this : other;
  }

  boolean isOver() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** Waits for a result until this moment. */
  <T> T await(CompletableFuture<T> result)
      throws TimeoutException, ExecutionException, InterruptedException {
    return result.get(Math.max(0, nanoTime - System.nanoTime()), TimeUnit.NANOSECONDS);
  }
}
