package org.ocppbridge.mappings.soap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mapstruct.Condition;
import org.mapstruct.Context;
import org.mapstruct.TargetPropertyName;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.WireName;

/**
 * How simple values are written to a charger: plain and strict, so that the simplest XML reader
 * takes them.
 */
final class ToText {

  /** The last moment that xs:dateTime can say with a year of four digits. */
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Most digits of a limit before its point; a terawatt has thirteen. */
  static final int DIGITS_MAX = 12;

  private static final BigDecimal NEXT_TO_NOTHING = new BigDecimal("0.0");
  private static final BigDecimal LARGEST = new BigDecimal("9".repeat(DIGITS_MAX));

  private ToText() {}

  /**
   * Asked before each field is written; notes the field's name, which a loss inside it has to tell
   * and MapStruct hands to a condition only.
   */
  @Condition
  static boolean given(Object value, @TargetPropertyName String field, @Context Losses losses) {
    losses.writing(field);
    return value != null;
  }

  static String integer(Integer value) {
    return value == null ? null : value.toString();
  }

  static String word(WireName value) {
    return value == null ? null : value.wire();
  }

  /** UTC with {@code Z} and whole seconds: some chargers stumble over fractions and offsets. */
  static String time(Instant value, @Context Losses losses) {
    if (value == null) {
      return null;
    }
    if (value.isAfter(LATEST)) {
      losses.add(Loss.changed(losses.written(), "later than " + LATEST + ", which was sent"));
      return LATEST.toString();
    }
    return value.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** One fraction digit, rounded down: a limit must never grow (1.6 §7.13, §7.14). */
  static String decimal(BigDecimal value, @Context Losses losses) {
    if (value == null) {
      return null;
    }
    BigDecimal cut = cut(value);
    if (cut.compareTo(value) != 0) {
      losses.add(
          Loss.changed(losses.written(), Losses.quote("" + value) + " was rounded down to " + cut));
    }
    return cut.toPlainString();
  }

  /** By counting digits first: {@code 1E999999999} must not be written out, nor divided. */
  private static BigDecimal cut(BigDecimal value) {
    long digits = (long) value.precision() - value.scale(); // before the point
    if (digits > DIGITS_MAX) {
      return value.signum() > 0 ? LARGEST : NEXT_TO_NOTHING;
    }
    if (digits < 0) {
      return NEXT_TO_NOTHING;
    }
    return value.scale() <= 1 ? value : value.setScale(1, RoundingMode.DOWN);
  }

  /** Text without what XML 1.0 cannot carry. */
  static String text(String value, @Context Losses losses) {
    if (value == null || isXml(value)) {
      return value;
    }
    StringBuilder kept = new StringBuilder(value.length());
    value.codePoints().filter(ToText::isXml).forEach(kept::appendCodePoint);
    // Not quoted: the text may be a secret, as the value of AuthorizationKey.
    losses.add(
        Loss.changed(
            losses.written(),
            (value.length() - kept.length()) + " characters that XML cannot carry were taken out"));
    return kept.toString();
  }

  /** Each text of a list. */
  static List<String> texts(List<String> values, @Context Losses losses) {
    return values.stream().map(value -> text(value, losses)).toList();
  }

  private static boolean isXml(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c >= Character.MIN_SURROGATE) {
        return value.codePoints().allMatch(ToText::isXml);
      }
    }
    return true;
  }

  /** Whether XML 1.0 allows a character (production 2 of its grammar); lone surrogates are none. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
