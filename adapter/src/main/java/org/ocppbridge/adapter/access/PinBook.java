package org.ocppbridge.adapter.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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

  /** Whether the file lacks something; guarded by this. */
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
      file.ifPresent(to -> keep(to, pin));
    }
  }

  /** Takes a charger's pin away: the next boot makes another. */
  boolean remove(String id) {
    Pin before = pins.remove(id);
    if (before != null) {
      file.ifPresent(to -> keep(to, Pin.gone(id)));
    }
    return before != null;
  }

  private void keep(PinFile to, Pin pin) {
    try {
      write(to, pin);
      to.sync();
    } catch (IOException e) {
      late();
      LOG.warn("{} takes nothing: {}", to, e.getMessage());
    }
  }

  private synchronized void write(PinFile to, Pin pin) throws IOException {
    if (behind) {
      to.rewrite(pins.values());
      behind = false;
    } else {
      to.append(pin);
    }
  }

  private synchronized void late() {
    behind = true;
  }
}
