package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened, over all chargers. Safe for any number of threads. */
public final class Tally {

  /** Most problems kept in words; further ones are counted only. */
  public static final int PROBLEMS_MAX = 50;

  private static final class Counts {
    final LongAdder ok = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder nanos = new LongAdder();
    final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  }

  private final Map<String, Counts> operations = new ConcurrentSkipListMap<>();
  private final List<String> problems = new ArrayList<>();
  private final LongAdder failures = new LongAdder();
  private final LongAdder repeats = new LongAdder();

  void ok(String operation, Duration took) {
    Counts counts = counts(operation);
    counts.ok.increment();
    counts.nanos.add(took.toNanos());
    counts.longest.accumulate(took.toNanos());
  }

  void failed(String operation, String problem) {
    counts(operation).failed.increment();
    failures.increment();
    synchronized (problems) {
      if (problems.size() < PROBLEMS_MAX) {
        problems.add(problem);
      }
    }
  }

  void repeated() {
    repeats.increment();
  }

  private Counts counts(String operation) {
    return operations.computeIfAbsent(operation, name -> new Counts());
  }

  /** What was counted until now. */
  public Summary summary() {
    List<Summary.Line> lines = new ArrayList<>();
    operations.forEach(
        (operation, counts) -> {
          long ok = counts.ok.sum();
          lines.add(
              new Summary.Line(
                  operation,
                  ok,
                  counts.failed.sum(),
                  Duration.ofNanos(ok == 0 ? 0 : counts.nanos.sum() / ok),
                  Duration.ofNanos(counts.longest.get())));
        });
    synchronized (problems) {
      return new Summary(lines, repeats.sum(), failures.sum(), problems);
    }
  }
}
