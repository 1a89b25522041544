package org.ocppbridge.adapter.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when the test says so; tasks run at once, on the test's thread. */
public final class FakeTime implements Time {

  private record Entry(Instant at, Runnable task) {}

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparing(Entry::at));
  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private Duration ahead = Duration.ZERO;

  @Override
  public Instant now() {
    return now.plus(ahead);
  }

  @Override
  public Instant steady() {
    return now;
  }

  /** Somebody sets the clock, forward or back. */
  public void setClock(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public void run(Runnable task) {
    task.run();
  }

  @Override
  public void at(Instant time, Runnable task) {
    entries.add(new Entry(time, task));
  }

  /** Lets time pass and runs what falls due, each thing at its own time. */
  public void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (!entries.isEmpty() && !entries.peek().at().isAfter(end)) {
      Entry next = entries.remove();
      now = next.at().isAfter(now) ? next.at() : now;
      next.task().run();
    }
    now = end;
  }
}
