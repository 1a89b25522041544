package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of blocks, one behind the other.
 *
 * @param blocks in the order they were written
 * @param bytes of the file
 */
record Segment(Path path, List<Block> blocks, long bytes) {
  private static final Logger LOG = LoggerFactory.getLogger(Segment.class);

  private static final String PREFIX = "exchanges-";

  /** In the name of a segment whose drivers' tokens are erased. */
  private static final String NO_TOKENS = "-no-tokens";

  /** Begins a segment; its file is made with the first block. */
  static Segment begin(Path folder, long firstId, Packing packing) {
    return new Segment(folder.resolve(PREFIX + firstId + packing.suffix()), List.of(), 0);
  }

  static boolean isOne(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX) && Packing.ofName(name).findAny().isPresent();
  }

  /** How all of it is compressed. */
  Packing packing() {
    return packing(path);
  }

  private static Packing packing(Path path) {
    return Packing.ofName(path.getFileName().toString()).findAny().orElseThrow();
  }

  /** Opens what an earlier run left; what is behind the last whole block is cut off. */
  static Segment open(Path path) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      List<Block> blocks = new ArrayList<>();
      long end = 0;
      Packing packing = packing(path);
      for (Optional<Block> block = Block.at(file, 0, packing);
          block.isPresent();
          block = Block.at(file, end, packing)) {
        blocks.add(block.get());
        end += block.get().length();
      }
      if (end < file.size()) {
        LOG.warn("{}: {} bytes that are no whole block are cut off", path, file.size() - end);
        file.truncate(end);
      }
      return new Segment(path, List.copyOf(blocks), end);
    }
  }

  /** Writes a block behind the last one; what a failed try left there is written over. */
  Segment append(Block.Packed block) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      write(file, bytes, block.bytes());
    }
    return with(block.block());
  }

  private Segment with(Block block) {
    List<Block> more = new ArrayList<>(blocks);
    more.add(block.at(bytes));
    return new Segment(path, List.copyOf(more), bytes + block.length());
  }

  private static void write(FileChannel file, long at, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, at + buffer.position());
    }
  }

  FileChannel read() throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ);
  }

  /** The largest id in it. */
  long most() {
    return blocks.stream().mapToLong(Block::most).max().orElse(0);
  }

  boolean hasNoTokens() {
    return path.getFileName().toString().contains(NO_TOKENS);
  }

  /** What a segment becomes when tokens are erased, and how many exchanges changed. */
  record Erased(Segment segment, long exchanges) {}

  /**
   * Writes it anew without tokens, to a file beside it.
   *
   * @param all whether no token is left then
   */
  Erased without(TokenEraser eraser, boolean all) throws IOException {
    Path beside = beside(path.getParent());
    Segment made = new Segment(beside, List.of(), 0);
    long changed = 0;
    try (FileChannel from = read();
        FileChannel to =
            FileChannel.open(
                beside,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      for (Block block : blocks) {
        List<String> lines = block.lines(from);
        List<String> clean = new ArrayList<>(lines.size());
        for (String line : lines) {
          clean.add(eraser.mayConcern(line) ? erased(line, eraser) : line);
        }
        long here = changes(lines, clean);
        Block.Packed packed = Block.pack(Block.Lines.of(clean, block), packing());
        write(to, made.bytes(), packed.bytes());
        made = made.with(packed.block());
        changed += here;
      }
      to.force(true);
    }
    return new Erased(new Segment(all ? marked() : path, made.blocks(), made.bytes()), changed);
  }

  private static String erased(String line, TokenEraser eraser) throws IOException {
    Exchange exchange = LedgerJson.exchange(line);
    Exchange clean = eraser.erased(exchange);
    return clean.equals(exchange) ? line : LedgerJson.text(clean);
  }

  private static long changes(List<String> lines, List<String> clean) {
    long changed = 0;
    for (int i = 0; i < lines.size(); i++) {
      changed += lines.get(i).equals(clean.get(i)) ? 0 : 1;
    }
    return changed;
  }

  /** Where a segment is written anew. */
  static Path beside(Path folder) {
    return folder.resolve("rewritten.tmp");
  }

  /** What it is called without tokens. */
  Path marked() {
    String name = path.getFileName().toString();
    String suffix = packing().suffix();
    return hasNoTokens() ? path : path.resolveSibling(name.replace(suffix, NO_TOKENS + suffix));
  }

  /** Puts what {@link #without} wrote in the place of this one. */
  void replaceBy(Segment rewritten) throws IOException {
    Files.move(beside(path.getParent()), rewritten.path(), StandardCopyOption.REPLACE_EXISTING);
    if (!rewritten.path().equals(path)) {
      Files.deleteIfExists(path);
    }
  }
}
