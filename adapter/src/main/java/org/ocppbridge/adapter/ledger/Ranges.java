package org.ocppbridge.adapter.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places in a text that are to be replaced. */
final class Ranges {

  /** From its first character to the one behind its last. */
  record Range(int begin, int end) {}

  private final List<Range> ranges = new ArrayList<>(2);

  void add(int begin, int end) {
    if (end > begin) {
      ranges.add(new Range(begin, end));
    }
  }

  void addAll(Ranges others) {
    ranges.addAll(others.ranges);
  }

  /** The text with each place replaced; the same one if there are none. */
  String replaced(String text, String by) {
    if (ranges.isEmpty()) {
      return text;
    }
    ranges.sort(Comparator.comparingInt(Range::begin));
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    for (Range range : ranges) {
      if (range.begin() >= done) {
        out.append(text, done, range.begin()).append(by);
        done = range.end();
      }
    }
    return out.append(text, done, text.length()).toString();
  }
}
