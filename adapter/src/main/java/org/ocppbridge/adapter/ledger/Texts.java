package org.ocppbridge.adapter.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a message as text for people. */
final class Texts {
  private Texts() {}

  /** Decodes what a charger sent: never fails, whatever it is. */
  static String of(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, sniffed(bytes));
    }
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
