package org.ocppbridge.adapter.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Exchanges as they end, for one watcher. Whoever is too slow misses some, and is told how many.
 */
public final class Subscription implements AutoCloseable {

  /** Most exchanges that wait for a watcher. */
  static final int WAITING_MAX = 500;

  private final Filter filter;
  private final Consumer<Subscription> closing;
  private final BlockingQueue<Exchange> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicLong missed = new AtomicLong();

  Subscription(Filter filter, Consumer<Subscription> closing) {
    this.filter = filter;
    this.closing = closing;
  }

  void offer(Exchange exchange) {
    if (filter.wants(exchange) && !waiting.offer(exchange)) {
      missed.incrementAndGet();
    }
  }

  /** The next one; empty if none came in time. Blocks. */
  public Optional<Exchange> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** How many were missed since this was asked last. */
  public long missed() {
    return missed.getAndSet(0);
  }

  @Override
  public void close() {
    closing.accept(this);
  }
}
