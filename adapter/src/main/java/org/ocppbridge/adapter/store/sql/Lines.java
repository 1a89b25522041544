package org.ocppbridge.adapter.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ocppbridge.adapter.store.sql.Write.Line;

/**
 * Statements as bytes for a journal, and back: the code, the number of values, and each value after
 * a byte that says what it is.
 */
final class Lines {
  private static final byte NULL = 0;
  private static final byte INTEGER = 1;
  private static final byte LONG = 2;
  private static final byte TEXT = 3;

  private ByteBuffer bytes;

  private Lines(int capacity) {
    this.bytes = ByteBuffer.allocate(capacity);
  }

  /** The statements of a write. */
  static byte[] bytes(List<Line> lines) {
    Lines to = new Lines(size(lines));
    for (Line line : lines) {
      to.room(2).put((byte) line.sql().code()).put((byte) line.values().length);
      for (Object value : line.values()) {
        to.put(value);
      }
    }
    byte[] array = to.bytes.array();
    return array.length == to.bytes.position() ? array : Arrays.copyOf(array, to.bytes.position());
  }

  /** Their bytes, if each character of their texts is one. */
  private static int size(List<Line> lines) {
    int size = 0;
    for (Line line : lines) {
      size += 2;
      for (Object value : line.values()) {
        size += size(value);
      }
    }
    return size;
  }

  private static int size(Object value) {
    if (value instanceof String text) {
      return 5 + text.length();
    }
    if (value instanceof Integer) {
      return 5;
    }
    return value == null ? 1 : 9;
  }

  private void put(Object value) {
    switch (value) {
      case null -> room(1).put(NULL);
      case Integer number -> room(5).put(INTEGER).putInt(number);
      case Long number -> room(9).put(LONG).putLong(number);
      case String text -> {
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        room(5 + characters.length).put(TEXT).putInt(characters.length).put(characters);
      }
      default -> throw new IllegalArgumentException("no value of a statement: " + value);
    }
  }

  /** The buffer with room for so many bytes more. */
  private ByteBuffer room(int size) {
    if (bytes.remaining() < size) {
      int larger = Math.max(2 * bytes.capacity(), bytes.position() + size);
      bytes = ByteBuffer.allocate(larger).put(bytes.flip());
    }
    return bytes;
  }

  /**
   * Reads what {@link #bytes} wrote, of any number of writes one after the other.
   *
   * @throws IllegalArgumentException if a code or a kind of value is unknown
   */
  static List<Line> of(ByteBuffer bytes) {
    List<Line> lines = new ArrayList<>();
    while (bytes.hasRemaining()) {
      Sql sql = Sql.of(bytes.get());
      Object[] values = new Object[bytes.get()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(bytes);
      }
      lines.add(new Line(sql, values));
    }
    return lines;
  }

  private static Object value(ByteBuffer bytes) {
    byte kind = bytes.get();
    return switch (kind) {
      case NULL -> null;
      case INTEGER -> bytes.getInt();
      case LONG -> bytes.getLong();
      case TEXT -> {
        byte[] characters = new byte[bytes.getInt()];
        bytes.get(characters);
        yield new String(characters, StandardCharsets.UTF_8);
      }
      default -> throw new IllegalArgumentException("no kind of value: " + kind);
    };
  }
}
