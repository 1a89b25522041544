package org.ocppbridge.mappings.json201.charging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.ocppbridge.mappings.Loss;

/** Limits as 1.6 chargers take them: one fraction digit (1.6 §7.13, §7.14). */
final class Tenths {

  /** Digits before the point that a real limit may have; more would only cost memory. */
  private static final int DIGITS_MAX = 18;

  /** Digits after the point that a double can need. */
  private static final int SCALE_MAX = 1100;

  private Tenths() {}

  /** Rounded down, also below zero: a limit must not grow. */
  static BigDecimal down(BigDecimal value, String field, List<Loss> losses) {
    if (value == null) {
      return null;
    }
    BigDecimal tenths = value.setScale(1, RoundingMode.FLOOR);
    if (tenths.compareTo(value) != 0) {
      losses.add(Loss.changed(field, "was " + value + ", 1.6 has one fraction digit: " + tenths));
    }
    return tenths;
  }

  static boolean absurd(Profile201.Schedule schedule) {
    Stream<BigDecimal> limits =
        schedule.chargingSchedulePeriod().stream().map(Profile201.Period::limit);
    return Stream.concat(limits, Stream.ofNullable(schedule.minChargingRate()))
        .anyMatch(Tenths::absurd);
  }

  static boolean absurd(BigDecimal value) {
    return value.precision() - value.scale() > DIGITS_MAX || value.scale() > SCALE_MAX;
  }
}
