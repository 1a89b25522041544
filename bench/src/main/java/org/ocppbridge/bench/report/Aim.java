package org.ocppbridge.bench.report;

import java.util.Locale;

/**
 * What is wanted, and what was found.
 *
 * @param figure what was found, with its spread
 */
public record Aim(String what, String aim, String figure, boolean met) {

  /** At least so much. */
  public static Aim atLeast(String what, double least, Spread found) {
    return new Aim(what, "at least " + number(least), found.text(2), found.median() >= least);
  }

  /** At most so much. */
  public static Aim atMost(String what, double most, Spread found) {
    return new Aim(what, "at most " + number(most), found.text(2), found.median() <= most);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
