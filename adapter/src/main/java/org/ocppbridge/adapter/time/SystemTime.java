package org.ocppbridge.adapter.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The computer's clock, one timer thread, and a virtual thread for each task. */
public final class SystemTime implements Time, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTime.class);

  /** How often it is looked whether somebody has set the clock. */
  private static final Duration CLOCK_LOOK = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Instant start;
  private final long startNanos = System.nanoTime();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("timer").factory());

  /** By the computer's clock. */
  public SystemTime() {
    this(InstantSource.system());
  }

  /** By another clock. */
  SystemTime(InstantSource clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Instant steady() {
    return start.plusNanos(System.nanoTime() - startNanos);
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
    long millis = Math.max(0, Duration.between(steady(), time).toMillis());
    if (!timer.isShutdown()) {
      timer.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Repeats a task; a new run starts when the one before has ended. */
  public void every(Duration interval, Runnable task) {
    at(
        steady().plus(interval),
        () -> {
          logged(task);
          every(interval, task);
        });
  }

  /**
   * Watches the clock from now on.
   *
   * @param stepped told by how much the clock was set, forward or back
   */
  public void watchClock(Consumer<Duration> stepped) {
    ClockWatch watch = new ClockWatch(ChargerClock.STEP, this);
    every(CLOCK_LOOK, () -> watch.look().ifPresent(stepped));
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
