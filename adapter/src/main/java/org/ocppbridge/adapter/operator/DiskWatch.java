package org.ocppbridge.adapter.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alarm before the disk of the data folder is full. */
public final class DiskWatch {
  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);

  /** How much is free, in bytes. */
  @FunctionalInterface
  interface Space {
    long free() throws IOException;
  }

  private final Space space;
  private volatile int least;
  private volatile String alarm = "";
  private volatile long free;

  /**
   * @param least megabytes below which there is an alarm; 0: never
   */
  DiskWatch(Space space, int least) {
    this.space = space;
    this.least = least;
  }

  /** Other megabytes below which there is an alarm, from now on; 0: never. */
  public void least(int other) {
    least = other;
  }

  /** Watches the disk of a folder. */
  public static DiskWatch of(Path folder, int least) {
    return new DiskWatch(() -> Files.getFileStore(folder).getUsableSpace(), least);
  }

  /** Looks how much is free; says once that it is too little, and once that it is enough again. */
  public void look() {
    long left;
    int enough = least;
    try {
      free = space.free();
      left = free >> 20;
    } catch (IOException e) {
      LOG.debug("how much is free on the disk cannot be told", e);
      return;
    }
    boolean before = !alarm.isEmpty();
    alarm =
        left < enough
            ? "the disk of the data folder has %d MB left, limits.diskFree is %d MB"
                .formatted(left, enough)
            : "";
    if (!before && left < enough) {
      LOG.error("{}; when it is full, chargers get no answers", alarm);
    } else if (before && left >= enough) {
      LOG.warn("the disk of the data folder has {} MB again", left);
    }
  }

  /** Bytes free at the last look. */
  long free() {
    return free;
  }

  /** What is wrong, in words. */
  Optional<String> alarm() {
    return Optional.of(alarm).filter(text -> !text.isEmpty());
  }
}
