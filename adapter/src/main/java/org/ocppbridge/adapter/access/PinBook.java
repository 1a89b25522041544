package org.ocppbridge.adapter.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pins of all chargers, kept in a file of one JSON object a line: a later line of a charger
 * beats an earlier one, and one without source takes the pin away. The file is written anew at each
 * start. It is a help, not a record: a line lost in a crash is a charger pinned at its next boot.
 */
public final class PinBook {

  private static final Logger LOG = LoggerFactory.getLogger(PinBook.class);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final Optional<Path> file;
  private final int max;
  private final Map<String, Pin> pins = new LinkedHashMap<>();

  /**
   * @param file empty: nothing outlives the process
   * @param max pins kept; over it no new ones are made
   * @throws UncheckedIOException if the file cannot be read or written
   */
  public PinBook(Optional<Path> file, int max) {
    this.file = file;
    this.max = max;
    file.filter(Files::exists).ifPresent(this::read);
    file.ifPresent(this::rewrite);
  }

  private void read(Path from) {
    try {
      for (String line : Files.readAllLines(from)) {
        take(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + from, e);
    }
  }

  private void take(String line) {
    try {
      Pin pin = JSON.readValue(line, Pin.class);
      if (pin.source() == null) {
        pins.remove(pin.id());
      } else {
        pins.put(pin.id(), pin);
      }
    } catch (JsonProcessingException e) {
      LOG.warn("a damaged line in {} is left out", file.orElseThrow());
    }
  }

  private void rewrite(Path to) {
    List<String> lines = new ArrayList<>();
    pins.values().forEach(pin -> lines.add(json(pin)));
    Path fresh = to.resolveSibling(to.getFileName() + ".new");
    try {
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.write(fresh, lines);
      Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + to, e);
    }
  }

  /** What a charger was at its first boot, if it made one. */
  synchronized Optional<Pin> find(String id) {
    return Optional.ofNullable(pins.get(id));
  }

  /** Keeps a pin, unless there are too many. */
  synchronized void add(Pin pin) {
    if (pins.size() < max || pins.containsKey(pin.id())) {
      pins.put(pin.id(), pin);
      append(pin);
    }
  }

  /** Takes a charger's pin away: the next boot makes another. */
  synchronized boolean remove(String id) {
    Pin before = pins.remove(id);
    if (before != null) {
      append(new Pin(id, null, null, null, null, null));
    }
    return before != null;
  }

  private void append(Pin pin) {
    file.ifPresent(
        to -> {
          try {
            byte[] line = (json(pin) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(to, line, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
          } catch (IOException e) {
            LOG.warn("{} takes nothing: {}", to, e.getMessage());
          }
        });
  }

  private static String json(Pin pin) {
    try {
      return JSON.writeValueAsString(pin);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
