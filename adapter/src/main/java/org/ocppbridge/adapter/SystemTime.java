package org.ocppbridge.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The computer's clock, one timer thread, and a virtual thread for each task. */
final class SystemTime implements Time, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTime.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timer").factory());

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void run(Runnable task) {
    try {
      threads.execute(() -> logged(task));
    } catch (RejectedExecutionException e) {
      LOG.debug("the bridge is stopping, a task was left out");
    }
  }

  @Override
  public void at(Instant time, Runnable task) {
    long millis = Math.max(0, Duration.between(now(), time).toMillis());
    if (!timer.isShutdown()) {
      timer.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Repeats a task; a new run starts when the one before has ended. */
  void every(Duration interval, Runnable task) {
    at(
        now().plus(interval),
        () -> {
          logged(task);
          every(interval, task);
        });
  }

  private static void logged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a task failed", e);
    }
  }

  /** Lets running tasks end for a few seconds, then stops them. */
  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
