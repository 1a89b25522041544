package org.ocppbridge.adapter.store.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /** Most bytes of a character of a string. */
  private static final int CHARACTER = 3;

  /** Most bytes of a value that is no text; of a text without its characters. */
  private static final int VALUE = 9;

  private Lines() {}

  static byte[] bytes(List<Line> lines) {
    int most = 0;
    for (Line line : lines) {
      most += 2;
      for (Object value : line.values()) {
        most += VALUE + (value instanceof String text ? text.length() * CHARACTER : 0);
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(most);
    for (Line line : lines) {
      bytes.put((byte) line.sql().code()).put((byte) line.values().length);
      for (Object value : line.values()) {
        put(bytes, value);
      }
    }
    byte[] all = new byte[bytes.position()];
    bytes.get(0, all);
    return all;
  }

  private static void put(ByteBuffer bytes, Object value) {
    switch (value) {
      case null -> bytes.put(NULL);
      case Integer number -> bytes.put(INTEGER).putInt(number);
      case Long number -> bytes.put(LONG).putLong(number);
      case String text -> {
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        bytes.put(TEXT).putInt(characters.length).put(characters);
      }
      default -> throw new IllegalArgumentException("no value of a statement: " + value);
    }
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
