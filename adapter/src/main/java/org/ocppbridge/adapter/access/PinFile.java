package org.ocppbridge.adapter.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ocppbridge.adapter.secure.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pins in a file of one JSON object a line: a later line of a charger beats an earlier one, and one
 * without source takes the pin away. All lines are on the disk before the file gets its name, and
 * what is added later when {@link #append} returns.
 *
 * <p>A crash leaves at most an unfinished last line, of a pin whose charger got no answer yet: that
 * one is told and left out. Any other damage ends the start, since a pin that is forgotten lets the
 * next one who speaks be the charger.
 */
final class PinFile {

  private static final Logger LOG = LoggerFactory.getLogger(PinFile.class);

  /** Made with the first pin, not with the start. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }

  private final Path file;

  PinFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * The pins of all chargers by their identity; none if there is no file.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalStateException if it is damaged
   */
  Map<String, Pin> read() {
    Map<String, Pin> pins = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      return pins;
    }
    String[] lines = text().split("\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      take(lines[i], i + 1, pins);
    }
    if (!lines[lines.length - 1].isEmpty()) {
      LOG.warn(
          "{}: the last line was not written to its end and is left out; the charger is pinned at"
              + " its next boot",
          file);
    }
    return pins;
  }

  private String text() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void take(String line, int number, Map<String, Pin> pins) {
    try {
      Pin pin = Json.MAPPER.readValue(line, Pin.class);
      if (pin == null || pin.id() == null) {
        throw damaged(number);
      }
      if (pin.source() == null) {
        pins.remove(pin.id());
      } else {
        pins.put(pin.id(), pin);
      }
    } catch (JsonProcessingException e) {
      throw damaged(number);
    }
  }

  private IllegalStateException damaged(int number) {
    return new IllegalStateException(
        "%s: line %d is damaged; put back a copy of the file, or take the line out: then its charger is pinned anew at its next boot"
            .formatted(file, number));
  }

  /** Writes it anew. */
  void rewrite(Collection<Pin> pins) throws IOException {
    WholeFile.write(file, lines(pins));
  }

  /** Adds lines; to be called by one at a time. */
  void append(Collection<Pin> pins) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines(pins).getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
      channel.force(false);
    }
  }

  private static String lines(Collection<Pin> pins) {
    StringBuilder lines = new StringBuilder();
    pins.forEach(pin -> lines.append(json(pin)).append('\n'));
    return lines.toString();
  }

  private static String json(Pin pin) {
    try {
      return Json.MAPPER.writeValueAsString(pin);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
