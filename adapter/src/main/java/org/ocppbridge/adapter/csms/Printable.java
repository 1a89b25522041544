package org.ocppbridge.adapter.csms;

/** Makes text of the other side fit for logs and for people: no control characters, not long. */
final class Printable {

  /** Longest text taken from the other side into a log line or a trouble text, in characters. */
  static final int LENGTH_MAX = 120;

  private Printable() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(LENGTH_MAX)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(out::appendCodePoint);
    return text.codePointCount(0, text.length()) > LENGTH_MAX
        ? out.append('…').toString()
        : out.toString();
  }

  /** The first {@code max} characters, never half a code point. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
