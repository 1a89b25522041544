package org.ocppbridge.mappings.json16;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ocppbridge.mappings.Loss;

/** Numbers that 1.6J restricts. */
final class Numbers16 {

  /**
   * Digits before the point, and after it, that a real reading may have; more would only cost
   * memory.
   */
  private static final int DIGITS_MAX = 18;

  private Numbers16() {}

  static boolean absurd(BigDecimal value) {
    return value.precision() - value.scale() > DIGITS_MAX || value.scale() > 1000;
  }

  /**
   * Whole watt-hours, rounded half up; a reading that cannot be one counts as {@code otherwise}.
   */
  static long wattHours(BigDecimal value, long otherwise, String field, List<Loss> losses) {
    if (value == null) {
      losses.add(Loss.defaulted(field, "was missing"));
      return otherwise;
    }
    if (absurd(value)) {
      losses.add(Loss.changed(field, "is no meter reading, " + otherwise + " stands for it"));
      return otherwise;
    }
    long whole = value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    if (BigDecimal.valueOf(whole).compareTo(value) != 0) {
      losses.add(Loss.changed(field, "was " + value + ", 1.6J has whole numbers: " + whole));
    }
    return whole;
  }

  /** One fraction digit, rounded down: never more power than was asked for. */
  static BigDecimal tenths(BigDecimal value, String field, List<Loss> losses) {
    if (value == null) {
      return null;
    }
    BigDecimal tenths = value.setScale(1, RoundingMode.DOWN);
    if (tenths.compareTo(value) != 0) {
      losses.add(Loss.changed(field, "was " + value + ", 1.6 has one fraction digit: " + tenths));
    }
    return tenths;
  }
}
