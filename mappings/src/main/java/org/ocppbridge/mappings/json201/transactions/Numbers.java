package org.ocppbridge.mappings.json201.transactions;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Readings as numbers; 2.0.1 has decimals, so nothing is rounded (MR 0.2). */
final class Numbers {

  /** Most characters of a text that is read as a number. */
  private static final int TEXT_MAX = 100;

  /** Most digits before the point, and after it, that a real reading may have. */
  private static final int WHOLE_MAX = 18;

  private static final int FRACTION_MAX = 60;

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");

  private Numbers() {}

  /** A reading as a charger writes it, perhaps with a decimal comma; empty if it is none. */
  static Optional<BigDecimal> read(String text) {
    String number = text.strip();
    if (number.length() > TEXT_MAX || !DECIMAL.matcher(number).matches()) {
      return Optional.empty();
    }
    return sane(new BigDecimal(number.replace(',', '.')));
  }

  /** The number without an exponent, if it can be a reading at all. */
  static Optional<BigDecimal> sane(BigDecimal value) {
    long whole = (long) value.precision() - value.scale();
    if (whole > WHOLE_MAX || value.scale() > FRACTION_MAX) {
      return Optional.empty();
    }
    return Optional.of(value.scale() < 0 ? value.setScale(0) : value);
  }
}
