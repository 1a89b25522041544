package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when the test says so. */
final class FakeTimers implements Timers {

  private record Entry(long at, long order, Runnable task) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private long now;
  private long order;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Entry entry = new Entry(now + delay.toNanos(), order++, task);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Lets time pass and runs what falls due, each thing at its own time. */
  void pass(Duration duration) {
    long end = now + duration.toNanos();
    while (!entries.isEmpty() && entries.peek().at() <= end) {
      Entry next = entries.remove();
      now = Math.max(now, next.at());
      next.task().run();
    }
    now = end;
  }

  /** How long until the next thing is due. */
  Duration untilNext() {
    return Duration.ofNanos(entries.element().at() - now);
  }

  int waiting() {
    return entries.size();
  }
}
