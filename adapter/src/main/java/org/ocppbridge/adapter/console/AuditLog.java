package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what at the admin port, and who tried: one line each in the log (logger {@code audit}),
 * in a file of JSON lines, and the last ones in memory.
 */
public final class AuditLog {

  /** Entries shown. */
  static final int SHOWN_MAX = 500;

  /** Bytes of the file; then it becomes {@code .1}, in the place of the one before. */
  static final long FILE_MAX = 10L << 20;

  private static final Logger LOG = LoggerFactory.getLogger("audit");

  private final Optional<Path> file;
  private final InstantSource clock;
  private final Deque<Entry> last = new ArrayDeque<>();
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /**
   * Something that was done or tried.
   *
   * @param at when
   * @param who signed in as what; {@code nobody} if not signed in
   * @param from the address
   * @param action what it was
   * @param detail of it; no secret
   * @param done whether it was done; else it was refused
   */
  public record Entry(
      Instant at, String who, String from, String action, String detail, boolean done) {}

  /**
   * @param file empty: no file is written
   */
  public AuditLog(Optional<Path> file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  synchronized void write(String who, String from, String action, String detail, boolean done) {
    Entry entry = new Entry(clock.instant(), who, from, action, Printable.of(detail), done);
    last.addLast(entry);
    if (last.size() > SHOWN_MAX) {
      last.removeFirst();
    }
    LOG.info("{} from {}: {} {}{}", who, from, action, entry.detail(), done ? "" : " (refused)");
    file.ifPresent(to -> append(to, entry));
  }

  private void append(Path to, Entry entry) {
    try {
      if (Files.exists(to) && Files.size(to) > FILE_MAX) {
        Files.move(
            to, to.resolveSibling(to.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      byte[] line = (json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
      Files.write(to, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      LOG.warn("the audit file {} takes nothing: {}", to, e.getMessage());
    }
  }

  /** The last entries, the newest last. */
  synchronized List<Entry> last() {
    return List.copyOf(last);
  }
}
