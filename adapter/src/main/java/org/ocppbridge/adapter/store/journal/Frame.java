package org.ocppbridge.adapter.store.journal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What is written and synced at once: a kind, the length of the body in bytes, a running number, a
 * CRC-32C of these and of the body, the body. All numbers are big-endian.
 *
 * @param kind {@link #HEAD} or {@link #BODY}
 * @param number of the frame; of a head: of the first frame after it
 * @param end where the next frame begins in the file
 */
record Frame(int kind, long number, ByteBuffer body, int end) {

  /** The first frame of a file says whose it is. No text has these bytes, as UTF-8. */
  static final int HEAD = 0xFF4A_FE48;

  /** All other frames. */
  static final int BODY = 0xFF4A_FE42;

  /** Bytes of a frame without its body. */
  static final int OVERHEAD = 20;

  private static final int LENGTH_AT = 4;
  private static final int NUMBER_AT = 8;
  private static final int SUM_AT = 16;

  /** Bytes of a frame with a body of these parts. */
  static int size(List<byte[]> parts) {
    int size = OVERHEAD;
    for (byte[] part : parts) {
      size = Math.addExact(size, part.length);
    }
    return size;
  }

  /** Writes a frame to an empty buffer, which has room for it. */
  static void put(ByteBuffer to, int kind, long number, List<byte[]> parts) {
    int size = size(parts);
    to.putInt(kind).putInt(size - OVERHEAD).putLong(number).putInt(0);
    parts.forEach(to::put);
    to.putInt(SUM_AT, sum(to, 0, size));
  }

  /** The whole and sound frame that begins there; null if there is none. */
  static Frame at(ByteBuffer file, int start) {
    if (file.limit() - start < OVERHEAD) {
      return null;
    }
    int kind = file.getInt(start);
    int length = file.getInt(start + LENGTH_AT);
    if (kind != HEAD && kind != BODY
        || length < 0
        || length > file.limit() - start - OVERHEAD
        || file.getInt(start + SUM_AT) != sum(file, start, OVERHEAD + length)) {
      return null;
    }
    return new Frame(
        kind,
        file.getLong(start + NUMBER_AT),
        file.slice(start + OVERHEAD, length),
        start + OVERHEAD + length);
  }

  private static int sum(ByteBuffer bytes, int start, int size) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.slice(start, SUM_AT));
    sum.update(bytes.slice(start + OVERHEAD, size - OVERHEAD));
    return (int) sum.getValue();
  }
}
