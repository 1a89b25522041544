package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How blocks are compressed. Each is a piece of a file that any other program for such files reads;
 * what there is to know of a block stands before its text where they pass it over.
 */
enum Packing {
  /** A frame of Zstandard (RFC 8878), behind a frame to be skipped. */
  ZSTD(".ndjson.zst") {
    @Override
    byte[] head() {
      return bytes(0x184d2a50, Block.NOTE);
    }

    @Override
    byte[] pack(byte[] text, int size) {
      return Zstandard.pack(text, size);
    }

    @Override
    void unpack(ByteBuffer packed, byte[] text) throws IOException {
      Zstandard.unpack(packed, text);
    }
  },
  /** A member of gzip (RFC 1952), with an extra field: where there is no Zstandard. */
  GZIP(".ndjson.gz") {
    @Override
    byte[] head() {
      // Deflate, with an extra field; no time, nothing said, no system; its length.
      return bytes(0x04088b1f, 0, 0xff00 | Block.NOTE << 16);
    }

    @Override
    byte[] pack(byte[] text, int size) {
      return Gzip.pack(text, size);
    }

    @Override
    void unpack(ByteBuffer packed, byte[] text) throws IOException {
      Gzip.unpack(packed, text);
    }
  };

  private final String suffix;

  Packing(String suffix) {
    this.suffix = suffix;
  }

  /** What is best on this machine. */
  static Packing best() {
    return Zstandard.isThere() ? ZSTD : GZIP;
  }

  /** How the file is packed, which its name says. */
  static Stream<Packing> ofName(String name) {
    return Arrays.stream(values()).filter(packing -> name.endsWith(packing.suffix));
  }

  /** The end of a file's name. */
  String suffix() {
    return suffix;
  }

  /** What each block begins with; the note of {@link Block#NOTE} bytes follows, then the text. */
  abstract byte[] head();

  /** The compressed text. */
  abstract byte[] pack(byte[] text, int size);

  /**
   * Fills the text.
   *
   * @throws IOException if what is packed is damaged, or not as long
   */
  abstract void unpack(ByteBuffer packed, byte[] text) throws IOException;

  /** Four bytes each, the lowest first. */
  private static byte[] bytes(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(words).forEach(bytes::putInt);
    return bytes.array();
  }
}
