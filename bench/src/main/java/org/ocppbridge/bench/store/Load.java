package org.ocppbridge.bench.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Callers that do the same thing again and again, each on a virtual thread.
 *
 * @param warmSeconds before it is counted
 * @param seconds counted
 */
record Load(int callers, int warmSeconds, int seconds) {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * What came of it.
   *
   * @param perSecond how often it was done
   * @param processorMicros of processor time each, of the whole process
   */
  record Result(double perSecond, double processorMicros) {}

  /**
   * Runs it.
   *
   * @param work what a caller does once, by its number
   */
  Result run(IntFunction<Runnable> work) throws Exception {
    AtomicLong done = new AtomicLong();
    long warm = System.nanoTime() + warmSeconds * 1_000_000_000L;
    long end = warm + seconds * 1_000_000_000L;
    AtomicLong processor = new AtomicLong();
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        Runnable once = work.apply(caller);
        all.add(threads.submit(() -> repeat(once, warm, end, done, processor)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    double count = Math.max(1, done.get());
    double spent = PROCESS.getProcessCpuTime() - processor.get();
    return new Result(done.get() * 1e9 / (System.nanoTime() - warm), spent / 1000 / count);
  }

  private static void repeat(
      Runnable once, long warm, long end, AtomicLong done, AtomicLong processor) {
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      once.run();
      if (now >= warm) {
        if (processor.get() == 0) {
          processor.compareAndSet(0, PROCESS.getProcessCpuTime());
        }
        done.incrementAndGet();
      }
    }
  }
}
