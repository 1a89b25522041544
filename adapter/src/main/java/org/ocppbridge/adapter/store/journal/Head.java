package org.ocppbridge.adapter.store.journal;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What the head of a file says.
 *
 * @param format of the bodies; {@link #FORMAT} now
 * @param owner whose it is
 */
record Head(int format, UUID owner) {

  /** Raised when bodies of before can no longer be understood. */
  static final int FORMAT = 1;

  private static final int SIZE = 20;

  static byte[] bytes(UUID owner) {
    return ByteBuffer.allocate(SIZE)
        .putInt(FORMAT)
        .putLong(owner.getMostSignificantBits())
        .putLong(owner.getLeastSignificantBits())
        .array();
  }

  /** Null if it is none. */
  static Head of(Frame frame) {
    if (frame == null || frame.kind() != Frame.HEAD || frame.body().remaining() < SIZE) {
      return null;
    }
    ByteBuffer body = frame.body();
    return new Head(body.getInt(0), new UUID(body.getLong(4), body.getLong(12)));
  }
}
