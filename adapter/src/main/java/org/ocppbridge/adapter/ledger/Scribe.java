package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes: clears each exchange, puts it on the shelf, shows it to watchers. */
final class Scribe {
  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);

  /** Exchanges written before it looks after other things. */
  private static final int BATCH = 100;

  /** How long it rests when there is nothing to write. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Between two flushes of the tail. */
  private static final long FLUSH_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Between two log lines about a disk that takes nothing. */
  private static final long COMPLAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

  /**
   * Someone who waits until what came before is written.
   *
   * @param taken how many the intake has handed over by then
   */
  private record Waiting(long taken, CompletableFuture<Void> done) {}

  private final Intake intake;
  private final Shelf shelf;
  private final List<Subscription> watchers = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong written = new AtomicLong();
  private final ExchangeLine line = new ExchangeLine();
  private final Thread thread;
  private volatile boolean stopping;
  private long flushed = System.nanoTime();
  private long complained = System.nanoTime() - COMPLAIN_NANOS;

  Scribe(Intake intake, Shelf shelf) {
    this.intake = intake;
    this.shelf = shelf;
    this.thread = Thread.ofPlatform().name("ledger").daemon().start(this::work);
  }

  List<Subscription> watchers() {
    return watchers;
  }

  long written() {
    return written.get();
  }

  private void work() {
    try {
      while (!stopping || !intake.isEmpty()) {
        int written = 0;
        for (var next = intake.poll(); next.isPresent(); next = intake.poll()) {
          write(next.get());
          if (++written == BATCH) {
            break;
          }
        }
        look();
        if (written == 0) {
          LockSupport.parkNanos(REST_NANOS);
        }
      }
      shelf.close();
    } catch (IOException e) {
      LOG.error("the ledger cannot be closed: {}", e.toString());
    }
  }

  private void look() {
    intake.look();
    boolean asked = isDue(waiting.peek());
    if (asked || System.nanoTime() - flushed > FLUSH_NANOS) {
      flushed = System.nanoTime();
      try {
        shelf.flush();
      } catch (IOException | UncheckedIOException e) {
        complain(e);
      }
    }
    while (asked) {
      waiting.remove().done().complete(null);
      asked = isDue(waiting.peek());
    }
  }

  private boolean isDue(Waiting first) {
    return first != null && first.taken() <= intake.taken();
  }

  private void write(Recording.Draft draft) {
    cleared(draft).ifPresent(this::write);
  }

  private void write(Clearing.Clear clear) {
    try {
      shelf.add(clear.bare(), line.of(clear));
      written.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      intake.leaveOut();
      complain(e);
    }
    if (!watchers.isEmpty()) {
      Exchange whole = clear.whole();
      watchers.forEach(watcher -> watcher.offer(whole));
    }
  }

  /** What cannot be cleared is not kept: there may be a secret in it. */
  private Optional<Clearing.Clear> cleared(Recording.Draft draft) {
    try {
      return Optional.of(Clearing.of(draft));
    } catch (RuntimeException | StackOverflowError e) {
      intake.leaveOut();
      LOG.error("an exchange of charger {} is not kept: {}", draft.charger, e.toString());
      return Optional.empty();
    }
  }

  private void complain(Exception e) {
    if (System.nanoTime() - complained > COMPLAIN_NANOS) {
      complained = System.nanoTime();
      LOG.error("the ledger cannot be written, exchanges are left out: {}", e.toString());
    }
  }

  /** Waits until all that was over before is written and survives the process. */
  void catchUp() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.add(new Waiting(intake.arrived(), done));
    LockSupport.unpark(thread);
    if (thread.isAlive()) {
      done.join();
    }
  }

  /** Writes what there is and ends. */
  void close() {
    intake.closeAll();
    stopping = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
