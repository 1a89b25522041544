package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time: one thread for all links. */
final class SystemTimers implements Timers, AutoCloseable {

  private final ScheduledThreadPoolExecutor scheduler;

  SystemTimers() {
    scheduler =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("csms-timer").daemon().factory());
    scheduler.setRemoveOnCancelPolicy(true); // else cancelled call time-outs would pile up
    scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    if (scheduler.isShutdown()) {
      return () -> {};
    }
    ScheduledFuture<?> future = scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
