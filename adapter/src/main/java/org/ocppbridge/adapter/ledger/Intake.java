package org.ocppbridge.adapter.ledger;

import java.time.InstantSource;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Where exchanges end up that are over, on the way to the writer. Bounded in number and bytes. */
final class Intake implements Recording.Home, ExchangeRecorder {

  private record Lingering(Recording recording, long until) {}

  private final InstantSource clock;
  private final Ids ids;
  private final Queue<Recording.Draft> over = new ConcurrentLinkedQueue<>();
  private final AtomicLong arrived = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final Deque<Lingering> lingering = new ConcurrentLinkedDeque<>();
  private final AtomicInteger lingeringCount = new AtomicInteger();
  private final AtomicLong leftOut = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();

  Intake(InstantSource clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Recording begin(Direction direction, Origin origin) {
    return new Recording(this, ids.next(), clock.instant(), new Recording.Draft(direction, origin));
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void over(Recording.Draft draft) {
    int size = draft.size();
    if (arrived.get() - taken.get() >= LedgerSettings.QUEUE_MAX
        || bytes.get() + size > LedgerSettings.QUEUE_BYTES) {
      leftOut.incrementAndGet();
    } else {
      arrived.incrementAndGet();
      bytes.addAndGet(size);
      over.add(draft);
    }
  }

  @Override
  public void lingers(Recording recording) {
    lingering.addLast(new Lingering(recording, nanos() + LedgerSettings.LINGER.toNanos()));
    if (lingeringCount.incrementAndGet() > LedgerSettings.LINGERING_MAX) {
      closeFirst();
    }
  }

  /** Closes what has lingered for long enough. */
  void look() {
    long now = nanos();
    for (Lingering first = lingering.peekFirst();
        first != null && (first.until() - now <= 0 || !first.recording().isOpen());
        first = lingering.peekFirst()) {
      closeFirst();
    }
  }

  /** Closes all that linger. */
  void closeAll() {
    while (!lingering.isEmpty()) {
      closeFirst();
    }
  }

  private void closeFirst() {
    Lingering first = lingering.pollFirst();
    if (first != null) {
      lingeringCount.decrementAndGet();
      first.recording().close();
    }
  }

  /**
   * The next one, if there is one; for the writer alone. Nobody is woken when one comes: that would
   * cost the threads of the exchanges more than all the rest.
   */
  Optional<Recording.Draft> poll() {
    Recording.Draft draft = over.poll();
    if (draft != null) {
      taken.incrementAndGet();
      bytes.addAndGet(-draft.size());
    }
    return Optional.ofNullable(draft);
  }

  /** How many came to be written. */
  long arrived() {
    return arrived.get();
  }

  /** How many of these the writer has taken; all but the last are written. */
  long taken() {
    return taken.get();
  }

  boolean isEmpty() {
    return over.isEmpty();
  }

  /** Another one was not kept. */
  void leaveOut() {
    leftOut.incrementAndGet();
  }

  long leftOut() {
    return leftOut.get();
  }
}
