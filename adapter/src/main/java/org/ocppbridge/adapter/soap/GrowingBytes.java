package org.ocppbridge.adapter.soap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Bytes that come piece by piece, up to a limit. Memory is asked for as they come, never by what
 * was announced, so that an announcement costs nothing. Not safe for use by several threads.
 */
public final class GrowingBytes {

  private static final int FIRST = 256;
  private static final byte[] NONE = {};

  private final int max;
  private final IntPredicate space;
  private byte[] bytes = NONE;
  private int size;

  /**
   * @param max bytes at most
   * @param space asked for so many bytes more before they are taken up; false: there are none
   */
  public GrowingBytes(int max, IntPredicate space) {
    this.max = max;
    this.space = space;
  }

  /** Why no more is taken. */
  public static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean tooLong;

    Full(boolean tooLong, String message) {
      super(message);
      this.tooLong = tooLong;
    }

    /** True: over the limit. False: within it, but there is no space now. */
    public boolean tooLong() {
      return tooLong;
    }
  }

  /**
   * Takes all that remains in the buffer.
   *
   * @throws Full if it does not fit
   */
  public void append(ByteBuffer more) throws Full {
    int length = more.remaining();
    if (length > max - size) {
      throw new Full(true, "more than " + max + " bytes");
    }
    fit(size + length);
    more.get(bytes, size, length);
    size += length;
  }

  private void fit(int needed) throws Full {
    if (needed <= bytes.length) {
      return;
    }
    int capacity = (int) Math.min(max, Math.max(needed, Math.max(FIRST, bytes.length * 2L)));
    if (!space.test(capacity - bytes.length)) {
      throw new Full(false, "no space for more than " + size + " bytes");
    }
    bytes = Arrays.copyOf(bytes, capacity);
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** All of them; to be asked for once, at the end. */
  public byte[] toByteArray() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
