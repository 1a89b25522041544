package org.ocppbridge.adapter.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.ocppbridge.adapter.watch.Mistake;

/** How many lines of the log each mistake may take in a window of time. */
final class LineBudget {

  /** Whether a line may be written. */
  enum Answer {
    YES,
    /** Yes, and it is the last one in this window. */
    LAST,
    NO
  }

  private final int lines;
  private final Duration window;
  private final Map<Mistake, Count> counts = new EnumMap<>(Mistake.class);

  private static final class Count {
    private Instant end = Instant.MIN;
    private int taken;
  }

  LineBudget(int lines, Duration window) {
    this.lines = lines;
    this.window = window;
  }

  synchronized Answer take(Mistake mistake, Instant now) {
    Count count = counts.computeIfAbsent(mistake, unknown -> new Count());
    if (!now.isBefore(count.end)) {
      count.end = now.plus(window);
      count.taken = 0;
    }
    count.taken++;
    return count.taken < lines ? Answer.YES : count.taken == lines ? Answer.LAST : Answer.NO;
  }
}
