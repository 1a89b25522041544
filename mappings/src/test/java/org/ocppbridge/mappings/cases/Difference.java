package org.ocppbridge.mappings.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The difference between two texts, line by line. */
final class Difference {

  private Difference() {}

  /**
   * Compares.
   *
   * @param title what is compared
   * @return empty if all lines are alike; else every line, with {@code -} those only expected and
   *     {@code +} those only there
   */
  static Optional<String> between(String title, List<String> expected, List<String> actual) {
    if (expected.equals(actual)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    int[][] common = commonLengths(expected, actual);
    int e = 0;
    int a = 0;
    while (e < expected.size() || a < actual.size()) {
      boolean bothLeft = e < expected.size() && a < actual.size();
      if (bothLeft && expected.get(e).equals(actual.get(a))) {
        lines.add("    " + expected.get(e++));
        a++;
      } else if (a == actual.size()
          || e < expected.size() && common[e + 1][a] >= common[e][a + 1]) {
        lines.add("  - " + expected.get(e++));
      } else {
        lines.add("  + " + actual.get(a++));
      }
    }
    return Optional.of(title + " (- expected, + came):\n" + String.join("\n", lines));
  }

  /** Length of the longest common subsequence of what is left behind each pair of places. */
  private static int[][] commonLengths(List<String> expected, List<String> actual) {
    int[][] lengths = new int[expected.size() + 1][actual.size() + 1];
    for (int e = expected.size() - 1; e >= 0; e--) {
      for (int a = actual.size() - 1; a >= 0; a--) {
        lengths[e][a] =
            expected.get(e).equals(actual.get(a))
                ? lengths[e + 1][a + 1] + 1
                : Math.max(lengths[e + 1][a], lengths[e][a + 1]);
      }
    }
    return lengths;
  }
}
