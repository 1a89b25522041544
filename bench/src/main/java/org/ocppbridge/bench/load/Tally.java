package org.ocppbridge.bench.load;

import java.io.IOException;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What came of a load. */
final class Tally {
  private static final long LONGEST_US = 60_000_000;
  private static final int DIGITS = 3;

  private final Histogram micros = new Histogram(LONGEST_US, DIGITS);
  private final long start = System.nanoTime();
  private long end;
  private long atEnd;
  private long errors;
  private String firstError = "";

  void add(Connection.Due due, Answer answer, long now) {
    if (!answer.isWhole() || !answer.isGood()) {
      error(due.kind() + " " + answer.text());
      return;
    }
    micros.recordValue(Math.clamp((now - due.due()) / 1000, 0, LONGEST_US));
  }

  void broken(IOException e) {
    error(e.toString());
  }

  /** So many were not answered. */
  void late(int count) {
    if (count > 0) {
      error("not answered: " + count);
      errors += count - 1;
    }
  }

  private void error(String text) {
    errors++;
    if (firstError.isEmpty()) {
      firstError = text.substring(0, Math.min(600, text.length())).replaceAll("\\s+", " ");
    }
  }

  /** The time is over; what is answered later counts for the latency, not for the rate. */
  void end() {
    if (end == 0) {
      end = System.nanoTime();
      atEnd = micros.getTotalCount();
    }
  }

  /** One line of {@code name=value}, latencies in microseconds; the first error stands last. */
  String line() {
    return String.format(
        Locale.ROOT,
        "requests=%d errors=%d perSecond=%.1f p50=%d p99=%d p999=%d max=%d error=%s",
        micros.getTotalCount(),
        errors,
        atEnd * 1e9 / (end - start),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(99),
        micros.getValueAtPercentile(99.9),
        micros.getMaxValue(),
        firstError);
  }
}
