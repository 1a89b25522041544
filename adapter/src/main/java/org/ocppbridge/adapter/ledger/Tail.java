package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exchanges since the last block: in memory, and as plain lines in a file, from which they are
 * taken up again if the process is killed.
 */
final class Tail {
  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

  private final Path path;
  private byte[] text = new byte[Block.TEXT_BYTES + Block.TEXT_BYTES / 4];
  private int size;
  private int flushed;
  private boolean hasFile;
  private int count;
  private ChargerSet chargers = new ChargerSet();
  private long least = Long.MAX_VALUE;
  private long most;

  Tail(Path path) {
    this.path = path;
  }

  /** Whether an earlier run left something. */
  boolean isThere() {
    return Files.exists(path);
  }

  /**
   * Takes up what an earlier run left; a line that is broken off goes.
   *
   * @param known whether an exchange stands in a block already, if the run ended between the two
   */
  void takeUp(LongPredicate known) throws IOException {
    byte[] left = Files.readAllBytes(path);
    int broken = 0;
    for (String line : new String(left, StandardCharsets.UTF_8).lines().toList()) {
      try {
        Exchange exchange = LedgerJson.exchange(line);
        if (!known.test(exchange.id())) {
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          add(exchange, bytes, bytes.length);
        }
      } catch (JsonProcessingException e) {
        broken++;
      }
    }
    if (broken > 0) {
      LOG.warn("{}: {} lines that are not whole are left out", path, broken);
    }
    if (size != left.length) {
      Files.write(path, Arrays.copyOf(text, size));
    }
    flushed = size;
    hasFile = true;
  }

  /** Adds a line, which comes without its end. */
  void add(Exchange exchange, byte[] line, int length) {
    if (size + length + 1 > text.length) {
      text = Arrays.copyOf(text, size + length + 1 + Block.TEXT_BYTES);
    }
    System.arraycopy(line, 0, text, size, length);
    size += length;
    text[size++] = '\n';
    count++;
    chargers.add(exchange.charger());
    least = Math.min(least, exchange.id());
    most = Math.max(most, exchange.id());
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return size >= Block.TEXT_BYTES;
  }

  /** The smallest id of those in it. */
  long least() {
    return least;
  }

  /** The largest id of those in it. */
  long most() {
    return most;
  }

  /** What would become the next block; to be used before anything is added. */
  Block.Lines all() {
    return new Block.Lines(text, size, count, least, most, chargers);
  }

  /** What there is now, whatever is added later. */
  Block.Lines copy() {
    return new Block.Lines(Arrays.copyOf(text, size), size, count, least, most, chargers.copy());
  }

  /** Writes what is new to the file, over what a failed try left there. */
  void flush() throws IOException {
    if (flushed == size) {
      return;
    }
    hasFile = true;
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer news = ByteBuffer.wrap(text, flushed, size - flushed);
      while (news.hasRemaining()) {
        file.write(news, news.position());
      }
    }
    flushed = size;
  }

  /** All of it stands in a block now. */
  void clear() throws IOException {
    size = 0;
    flushed = 0;
    count = 0;
    chargers = new ChargerSet();
    least = Long.MAX_VALUE;
    most = 0;
    if (hasFile) {
      Files.deleteIfExists(path);
      hasFile = false;
    }
  }
}
