package org.ocppbridge.adapter.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Does the same for many at once: those who come while a round is under way make up the next one,
 * and are all let go together when it is over. Were each to pass through a lock instead, a fleet
 * that comes at once would leave it one by one.
 *
 * @param <T> what each brings
 */
final class Rounds<T> {
  private final Consumer<List<T>> work;
  private Round<T> next; // guarded by this; null: nobody has come since the last one was closed
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  private record Round<T>(
      List<T> items, CompletableFuture<Void> before, CompletableFuture<Void> done) {}

  /**
   * @param work a round; one at a time, must not throw
   */
  Rounds(Consumer<List<T>> work) {
    this.work = work;
  }

  /** How many wait for the next round. */
  synchronized int coming() {
    return next == null ? 0 : next.items().size();
  }

  /** Takes part in the next round and returns when it is over. Blocks. */
  void join(T item) {
    boolean first;
    Round<T> mine;
    synchronized (this) {
      first = next == null;
      if (first) {
        next = new Round<>(new ArrayList<>(), last, new CompletableFuture<>());
        last = next.done();
      }
      mine = next;
      mine.items().add(item);
    }
    if (first) {
      mine.before().join();
      synchronized (this) {
        next = null;
      }
      try {
        work.accept(mine.items());
      } finally {
        mine.done().complete(null);
      }
    } else {
      mine.done().join();
    }
  }
}
