package org.ocppbridge.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks for the end of an HTTP answer, with a length or in chunks, and for what matters in it. */
final class Answer {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRANSACTION = "transactionId>".getBytes(StandardCharsets.US_ASCII);
  private static final String LENGTH = "content-length:";
  private static final int MAX = 64 * 1024;

  private final ByteBuffer bytes = ByteBuffer.allocate(MAX);
  private int body;
  private int length;

  /** Where to read to. */
  ByteBuffer bytes() {
    return bytes;
  }

  void clear() {
    bytes.clear();
    body = 0;
    length = 0;
  }

  /** Whether all of it is there. */
  boolean isWhole() {
    if (body == 0 && !hasHead()) {
      return false;
    }
    return length >= 0
        ? bytes.position() >= body + length
        : bytes.position() >= body + LAST_CHUNK.length
            && matches(LAST_CHUNK, bytes.position() - LAST_CHUNK.length);
  }

  private boolean hasHead() {
    int end = indexOf(HEAD_END, 0);
    if (end < 0) {
      return false;
    }
    body = end + HEAD_END.length;
    String head =
        new String(bytes.array(), 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = head.indexOf(LENGTH);
    int stop = head.indexOf('\r', at);
    length =
        at < 0
            ? -1
            : Integer.parseInt(
                head.substring(at + LENGTH.length(), stop < 0 ? head.length() : stop).strip());
    return true;
  }

  /** Whether it says 200. */
  boolean isGood() {
    return bytes.position() > 11
        && bytes.get(9) == '2'
        && bytes.get(10) == '0'
        && bytes.get(11) == '0';
  }

  /** The transaction's number in it. */
  String transaction() {
    int at = indexOf(TRANSACTION, body);
    int from = at + TRANSACTION.length;
    int to = from;
    while (to < bytes.position() && bytes.get(to) != '<') {
      to++;
    }
    return at < 0 ? "1" : new String(bytes.array(), from, to - from, StandardCharsets.US_ASCII);
  }

  /** All that came. */
  String text() {
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private int indexOf(byte[] what, int from) {
    for (int i = from; i <= bytes.position() - what.length; i++) {
      if (matches(what, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] what, int at) {
    for (int i = 0; i < what.length; i++) {
      if (bytes.get(at + i) != what[i]) {
        return false;
      }
    }
    return true;
  }
}
