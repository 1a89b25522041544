package org.ocppbridge.mappings;

import java.nio.charset.StandardCharsets;

/**
 * Makes text from outside safe to be shown in a log line or an error: short, on one line, without
 * control characters.
 */
public final class Printable {

  /** Characters shown at most. */
  public static final int LENGTH_MAX = 120;

  private Printable() {}

  /** The beginning of a text; what is not printable is written as {@code \\u0000}. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < LENGTH_MAX; i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        shown.append(c);
      } else {
        shown.append(String.format("\\u%04x", (int) c));
      }
    }
    return shown.length() < LENGTH_MAX ? shown.toString() : shown + "…";
  }

  /** The beginning of bytes whose encoding is not known. */
  public static String of(byte[] bytes) {
    int length = Math.min(bytes.length, LENGTH_MAX);
    return of(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }

  /** The first {@code max} characters, never half a code point. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /** Printable, and not one of the marks that reverse or hide the text around them. */
  private static boolean isPlain(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> c != '\\';
    };
  }
}
