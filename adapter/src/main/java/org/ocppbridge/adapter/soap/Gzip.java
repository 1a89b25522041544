package org.ocppbridge.adapter.soap;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952), several members one after the other too. Java's own reader calls itself
 * for each empty member: a megabyte of them is a stack overflow.
 */
final class Gzip {
  private static final int MAGIC_1 = 0x1f;
  private static final int MAGIC_2 = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private static final int HAS_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private static final int PIECE = 8 * 1024;

  private final byte[] body;
  private final GrowingBytes into;
  private final byte[] piece = new byte[PIECE];
  private int at;

  private Gzip(byte[] body, GrowingBytes into) {
    this.body = body;
    this.into = into;
  }

  /** Whether a member begins there. */
  static boolean beginsAt(byte[] body, int at) {
    return body.length > at + 2 && (body[at] & 0xff) == MAGIC_1 && (body[at + 1] & 0xff) == MAGIC_2;
  }

  /**
   * All members; what is behind them is not looked at.
   *
   * @throws GrowingBytes.Full if the result does not fit
   * @throws IOException if it is broken
   */
  static byte[] read(byte[] body, GrowingBytes into) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      Gzip reader = new Gzip(body, into);
      while (beginsAt(body, reader.at)) {
        reader.member(inflater);
      }
    } finally {
      inflater.end();
    }
    return into.toByteArray();
  }

  private void member(Inflater inflater) throws IOException {
    header();
    inflater.reset();
    inflater.setInput(body, at, body.length - at);
    CRC32 sum = new CRC32();
    while (!inflater.finished()) {
      int count = inflate(inflater);
      if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw new EOFException("gzip ends too early");
      }
      sum.update(piece, 0, count);
      into.append(ByteBuffer.wrap(piece, 0, count));
    }
    at = body.length - inflater.getRemaining();
    need(TRAILER);
    if (number(4) != sum.getValue() || number(4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("gzip with a wrong checksum or length");
    }
  }

  private int inflate(Inflater inflater) throws IOException {
    try {
      return inflater.inflate(piece);
    } catch (DataFormatException e) {
      throw new IOException("broken gzip: " + e.getMessage(), e);
    }
  }

  private void header() throws IOException {
    need(HEADER);
    int flags = body[at + 3] & 0xff;
    if (body[at + 2] != DEFLATE) {
      throw new IOException("gzip with another method than deflate");
    }
    at += HEADER;
    if ((flags & HAS_EXTRA) != 0) {
      need(2);
      skip((int) number(2));
    }
    if ((flags & HAS_NAME) != 0) {
      text();
    }
    if ((flags & HAS_COMMENT) != 0) {
      text();
    }
    skip((flags & HAS_CRC) != 0 ? 2 : 0);
  }

  private void text() throws IOException {
    do {
      need(1);
    } while (body[at++] != 0);
  }

  private void skip(int count) throws IOException {
    need(count);
    at += count;
  }

  private void need(int count) throws IOException {
    if (body.length - at < count) {
      throw new EOFException("gzip ends too early");
    }
  }

  /** The lowest byte comes first. */
  private long number(int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (body[at++] & 0xffL) << (8 * i);
    }
    return number;
  }
}
