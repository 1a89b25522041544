package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Some hundred exchanges, one a line, compressed. What there is to know of it without reading it
 * stands in a note before the text, where other programs do not look, so that a segment is a plain
 * {@code .ndjson.zst} or {@code .ndjson.gz} for them.
 *
 * @param packing how it is compressed
 * @param offset where it begins in its segment
 * @param length bytes of it there
 * @param least the smallest id
 * @param most the largest id
 * @param count exchanges
 * @param chargers whose
 */
record Block(
    Packing packing,
    long offset,
    int length,
    long least,
    long most,
    int count,
    ChargerSet chargers) {

  /** Bytes of text in a block, about; over it the next one begins. */
  static final int TEXT_BYTES = 256 * 1024;

  /** Most bytes of text that are read back: one exchange can be far over the usual. */
  private static final int TEXT_MAX = 256 << 20;

  private static final int NOTE_TEXT = 4 + 4 + 8 + 8 + 4 + ChargerSet.BYTES;

  /** Bytes of the note: its name {@code OB}, its length, what it says. */
  static final int NOTE = 4 + NOTE_TEXT;

  /**
   * Lines on their way into a block.
   *
   * @param text in UTF-8, each with its end
   * @param size bytes of the text; what is behind it does not count
   */
  record Lines(byte[] text, int size, int count, long least, long most, ChargerSet chargers) {

    List<String> lines() {
      return new String(text, 0, size, StandardCharsets.UTF_8).lines().toList();
    }

    /** These lines in the place of the block's. */
    static Lines of(List<String> lines, Block block) {
      byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
      return new Lines(
          text, text.length, lines.size(), block.least(), block.most(), block.chargers());
    }
  }

  /** A block that is still to be written, and its bytes. */
  record Packed(Block block, byte[] bytes) {}

  /** Makes a block, which belongs to no segment yet. */
  static Packed pack(Lines lines, Packing packing) {
    byte[] text = packing.pack(lines.text(), lines.size());
    ByteBuffer out =
        ByteBuffer.allocate(packing.head().length + NOTE + text.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(packing.head());
    out.put((byte) 'O').put((byte) 'B').putShort((short) NOTE_TEXT);
    out.putInt(out.capacity()).putInt(lines.size());
    out.putLong(lines.least()).putLong(lines.most()).putInt(lines.count());
    lines.chargers().write(out);
    byte[] bytes = out.put(text).array();
    Block block =
        new Block(
            packing, 0, bytes.length, lines.least(), lines.most(), lines.count(), lines.chargers());
    return new Packed(block, bytes);
  }

  /** What is known of the block that begins there; empty if there is none, or not all of it. */
  static Optional<Block> at(FileChannel file, long offset, Packing packing) throws IOException {
    byte[] begin = packing.head();
    ByteBuffer head = ByteBuffer.allocate(begin.length + NOTE).order(ByteOrder.LITTLE_ENDIAN);
    if (!fill(file, offset, head)
        || !Arrays.equals(begin, Arrays.copyOf(head.array(), begin.length))) {
      return Optional.empty();
    }
    head.position(begin.length);
    if (head.get() != 'O' || head.get() != 'B' || head.getShort() != NOTE_TEXT) {
      return Optional.empty();
    }
    int length = head.getInt();
    int text = head.getInt();
    if (length < head.capacity() || length > file.size() - offset || text < 0 || text > TEXT_MAX) {
      return Optional.empty();
    }
    return Optional.of(
        new Block(
            packing,
            offset,
            length,
            head.getLong(),
            head.getLong(),
            head.getInt(),
            ChargerSet.read(head)));
  }

  /**
   * Reads its lines.
   *
   * @throws IOException if it is damaged, too
   */
  List<String> lines(FileChannel file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (!fill(file, offset, all)) {
      throw new IOException("the block at " + offset + " is cut off");
    }
    int behindLength = packing.head().length + 4 + 4;
    byte[] text = new byte[all.getInt(behindLength)];
    try {
      packing.unpack(all.flip().position(packing.head().length + NOTE), text);
    } catch (IOException e) {
      throw new IOException("the block at " + offset + " is damaged: " + e.getMessage(), e);
    }
    return new String(text, StandardCharsets.UTF_8).lines().toList();
  }

  private static boolean fill(FileChannel file, long offset, ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, offset + into.position()) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same at another place. */
  Block at(long place) {
    return new Block(packing, place, length, least, most, count, chargers);
  }
}
