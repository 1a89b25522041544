package org.ocppbridge.mappings.json201.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in texts. */
final class Numbers {

  private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

  private Numbers() {}

  /** A decimal number without exponent. */
  static Optional<BigDecimal> decimal(String text, int longest) {
    String stripped = text == null ? "" : text.strip();
    return stripped.length() <= longest && PLAIN.matcher(stripped).matches()
        ? Optional.of(new BigDecimal(stripped))
        : Optional.empty();
  }

  /** A whole number of at most nine digits. */
  static Optional<Integer> whole(String text) {
    String stripped = text.strip();
    return WHOLE.matcher(stripped).matches()
        ? Optional.of(Integer.valueOf(stripped))
        : Optional.empty();
  }
}
