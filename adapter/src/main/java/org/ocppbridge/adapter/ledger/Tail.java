package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exchanges since the last block: in memory, and as plain lines in a file, from which they are
 * taken up again if the process is killed.
 */
final class Tail {
  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

  private final Path path;
  private final List<String> lines = new ArrayList<>();
  private final List<String> unflushed = new ArrayList<>();
  private ChargerSet chargers = new ChargerSet();
  private long least = Long.MAX_VALUE;
  private long most;
  private long size;

  Tail(Path path) {
    this.path = path;
  }

  /**
   * Takes up what an earlier run left; a line that is broken off goes.
   *
   * @param known the id up to which all stands in blocks, if the run ended between the two
   */
  void takeUp(java.util.function.LongPredicate known) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    int broken = 0;
    for (String line : text.lines().toList()) {
      try {
        Exchange exchange = LedgerJson.exchange(line);
        if (!known.test(exchange.id())) {
          add(exchange, line);
        }
      } catch (JsonProcessingException e) {
        broken++;
      }
    }
    if (broken > 0) {
      LOG.warn("{}: {} lines that are not whole are left out", path, broken);
      rewrite();
    }
    unflushed.clear();
  }

  void add(Exchange exchange, String line) {
    lines.add(line);
    unflushed.add(line);
    chargers.add(exchange.charger());
    least = Math.min(least, exchange.id());
    most = Math.max(most, exchange.id());
    size += line.length() + 1;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean isFull() {
    return size >= Block.TEXT_BYTES;
  }

  /** Least id of those in it. */
  long least() {
    return least;
  }

  /** What would become the next block. */
  Block.Lines all() {
    return new Block.Lines(List.copyOf(lines), least, most, chargers);
  }

  /** Writes what is new to the file. */
  void flush() throws IOException {
    if (unflushed.isEmpty()) {
      return;
    }
    try (BufferedWriter out =
        Files.newBufferedWriter(
            path, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
      for (String line : unflushed) {
        out.write(line);
        out.write('\n');
      }
    }
    unflushed.clear();
  }

  private void rewrite() throws IOException {
    Files.write(path, lines);
  }

  /** All of it stands in a block now. */
  void clear() throws IOException {
    lines.clear();
    unflushed.clear();
    chargers = new ChargerSet();
    least = Long.MAX_VALUE;
    most = 0;
    size = 0;
    Files.deleteIfExists(path);
  }
}
