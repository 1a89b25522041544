package org.ocppbridge.mappings.soap;

import java.math.BigDecimal;

/**
 * Reads the simple values that chargers write. Lenient as far as the meaning is clear; null says
 * that it is not. Nothing here throws, and the usual forms take a short way without an object made
 * in vain.
 */
final class Lexical {

  /**
   * Longest number read; the longest sensible one (a meter reading with fractions) has half of it.
   */
  static final int NUMBER_LENGTH_MAX = 40;

  /**
   * Largest power of ten in a number: keeps {@code 1e999999999} from becoming a gigabyte of zeros.
   */
  static final int EXPONENT_MAX = 20;

  private Lexical() {}

  /** The text without blanks around it; null if nothing is left. */
  static String text(String raw) {
    if (raw == null) {
      return null;
    }
    String stripped = strip(raw);
    return stripped.isEmpty() ? null : stripped;
  }

  /**
   * Takes away blanks of every kind at both ends: also non-breaking ones and control characters.
   */
  static String strip(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && blank(raw.charAt(start))) {
      start++;
    }
    while (end > start && blank(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }

  private static boolean blank(char c) {
    return c <= ' '
        || (c >= 0x7F && (Character.isISOControl(c) || Character.isSpaceChar(c) || c == '\uFEFF'));
  }

  /**
   * A whole number: {@code 7}, {@code +7}, <code>" 7 "</code>, {@code 7.0}; null for fractions and
   * what does not fit an int.
   */
  static Integer integer(String raw) {
    BigDecimal number = decimal(raw);
    if (number == null) {
      return null;
    }
    // By comparison instead of intValueExact: an odd number is no reason for an exception.
    int whole = number.intValue();
    return number.compareTo(BigDecimal.valueOf(whole)) == 0 ? whole : null;
  }

  /**
   * A number, with a point or one comma before its fraction, also in the {@code 1.5E3} form in
   * which some languages print floating point numbers; null for anything else, as {@code NaN} or
   * {@code 0x1F}.
   */
  static BigDecimal decimal(String raw) {
    String text = text(raw);
    if (text == null || text.length() > NUMBER_LENGTH_MAX) {
      return null;
    }
    int digits = 0;
    int separators = 0;
    int comma = -1;
    int exponent = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ((c == '.' || c == ',') && separators == 0 && exponent < 0) {
        separators++;
        comma = c == ',' ? i : comma;
      } else if ((c == 'e' || c == 'E') && exponent < 0 && digits > 0) {
        exponent = i;
        digits = 0; // those of the exponent are needed too
      } else if ((c != '-' && c != '+') || i != exponent + 1) {
        return null; // a sign stands at the start (-1 + 1) or right behind the exponent's letter
      }
    }
    if (digits == 0 || (exponent >= 0 && text.length() - exponent > 4)) {
      return null;
    }
    if (comma >= 0) {
      text = text.substring(0, comma) + '.' + text.substring(comma + 1);
    }
    BigDecimal number = new BigDecimal(text);
    return exponent >= 0 && Math.abs(number.scale()) > EXPONENT_MAX ? null : number;
  }

  /**
   * {@code true} and {@code 1}, {@code false} and {@code 0}, in any letter case; null for anything
   * else.
   */
  static Boolean bool(String raw) {
    String text = text(raw);
    if (text == null) {
      return null;
    }
    if (text.equals("1") || text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    return text.equals("0") || text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
  }
}
