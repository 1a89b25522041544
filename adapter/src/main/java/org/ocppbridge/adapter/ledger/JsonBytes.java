package org.ocppbridge.adapter.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON on its way to disk, in UTF-8. Is used again for the next one, so that writing makes no
 * garbage; for one thread.
 */
final class JsonBytes {
  private static final byte[] HEX = ascii("0123456789ABCDEF");

  /** Most bytes one byte of a text becomes: {@code \}{@code u001F}. */
  private static final int ESCAPED_MAX = 6;

  /** A buffer that grew beyond this for one long exchange is not kept for the next one. */
  private static final int KEPT_MAX = 1 << 20;

  private static final int USUAL = 16 * 1024;

  /**
   * What follows the backslash, for each byte of a text that needs one (RFC 8259 §7); 0 for all
   * others. The bytes of characters beyond ASCII stand as they are.
   */
  private static final byte[] ESCAPES = new byte[256];

  static {
    Arrays.fill(ESCAPES, 0, 0x20, (byte) 'u');
    ESCAPES['\b'] = 'b';
    ESCAPES['\t'] = 't';
    ESCAPES['\n'] = 'n';
    ESCAPES['\f'] = 'f';
    ESCAPES['\r'] = 'r';
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
  }

  private byte[] bytes = new byte[USUAL];
  private int size;

  /** A text that needs no escape, for {@link #raw}. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Begins anew. */
  void clear() {
    size = 0;
    if (bytes.length > KEPT_MAX) {
      bytes = new byte[USUAL];
    }
  }

  /** What is written so far stands at the begin of this; valid until more is written. */
  byte[] bytes() {
    return bytes;
  }

  /** Bytes written so far. */
  int size() {
    return size;
  }

  /** Writes JSON as it is. */
  void raw(byte[] json) {
    ensure(json.length);
    System.arraycopy(json, 0, bytes, size, json.length);
    size += json.length;
  }

  /** Writes one character of JSON. */
  void raw(char sign) {
    ensure(1);
    bytes[size++] = (byte) sign;
  }

  void number(long number) {
    if (number < 0) {
      raw(ascii(Long.toString(number)));
      return;
    }
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    ensure(digits);
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  /** Writes a text with its quotes. Half a surrogate pair, which UTF-8 has not, becomes a "?". */
  void text(String text) {
    text(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a text with its quotes. */
  void text(byte[] utf8) {
    ensure(2 + ESCAPED_MAX * utf8.length);
    byte[] to = bytes;
    int at = size;
    to[at++] = '"';
    for (byte b : utf8) {
      byte escape = ESCAPES[b & 0xff];
      if (escape == 0) {
        to[at++] = b;
      } else {
        to[at++] = '\\';
        to[at++] = escape;
        if (escape == 'u') {
          to[at++] = '0';
          to[at++] = '0';
          to[at++] = HEX[b >> 4];
          to[at++] = HEX[b & 0xf];
        }
      }
    }
    to[at++] = '"';
    size = at;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
