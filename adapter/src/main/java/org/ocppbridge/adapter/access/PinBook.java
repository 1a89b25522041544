package org.ocppbridge.adapter.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pins of all chargers. They outlive the process in a {@link PinFile}; while that takes nothing
 * they are kept in memory, and written all together as soon as it does again.
 */
public final class PinBook {

  private static final Logger LOG = LoggerFactory.getLogger(PinBook.class);

  private final Optional<PinFile> file;
  private final int max;
  private final Map<String, Pin> pins = new ConcurrentHashMap<>();

  private final Rounds<Pin> writing = new Rounds<>(this::keep);

  /** Whether the file lacks something; used by one round at a time. */
  private boolean behind;

  /**
   * @param file empty: nothing outlives the process
   * @param max pins kept; over it no new ones are made
   * @throws UncheckedIOException if the file cannot be read or written
   * @throws IllegalStateException if the file is damaged: no pin is forgotten unless a person says
   *     so
   */
  public PinBook(Optional<Path> file, int max) {
    this.file = file.map(PinFile::new);
    this.max = max;
    this.file.ifPresent(
        from -> {
          pins.putAll(from.read());
          try {
            from.rewrite(pins.values());
          } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + from, e);
          }
        });
  }

  /** What a charger was at its first boot, if it made one. */
  Optional<Pin> find(String id) {
    return Optional.ofNullable(pins.get(id));
  }

  /** Keeps a pin, unless there are too many. */
  void add(Pin pin) {
    if (pins.size() < max || pins.containsKey(pin.id())) {
      pins.put(pin.id(), pin);
      keep(pin);
    }
  }

  /** Takes a charger's pin away: the next boot makes another. */
  boolean remove(String id) {
    Pin before = pins.remove(id);
    if (before != null) {
      keep(Pin.gone(id));
    }
    return before != null;
  }

  private void keep(Pin pin) {
    if (file.isPresent()) {
      writing.join(pin);
    }
  }

  private void keep(List<Pin> more) {
    PinFile to = file.orElseThrow();
    try {
      if (behind) {
        to.rewrite(pins.values());
      } else {
        to.append(more);
      }
      behind = false;
    } catch (IOException e) {
      behind = true;
      LOG.warn("{} takes nothing: {}", to, e.getMessage());
    }
  }
}
