package org.ocppbridge.adapter.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a message as text for people. */
final class Texts {
  /** What a decoder puts in the place of bytes that mean nothing to it. */
  private static final char REPLACED = '\ufffd';

  private Texts() {}

  /** Decodes what a charger sent: never fails, whatever it is. */
  static String of(byte[] bytes) {
    if (isUtf16(bytes)) {
      return new String(bytes, sniffed(bytes));
    }
    String usual = new String(bytes, StandardCharsets.UTF_8);
    return usual.indexOf(REPLACED) < 0 || isUtf8(bytes) ? usual : new String(bytes, sniffed(bytes));
  }

  /** Whether the mark stands for itself. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** Whether it begins as only UTF-16 does, with or without its mark. */
  static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1 && !sniffed(bytes).equals(StandardCharsets.ISO_8859_1);
  }

  private static Charset sniffed(byte[] bytes) {
    if (bytes.length > 1) {
      int first = bytes[0] & 0xff;
      int second = bytes[1] & 0xff;
      if (first == 0xff && second == 0xfe || first == '<' && second == 0) {
        return StandardCharsets.UTF_16LE;
      }
      if (first == 0xfe && second == 0xff || first == 0 && second == '<') {
        return StandardCharsets.UTF_16BE;
      }
    }
    return StandardCharsets.ISO_8859_1;
  }

  /** Cuts a long text, with a mark. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int at = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, at) + "… (cut, " + text.length() + " characters)";
  }
}
