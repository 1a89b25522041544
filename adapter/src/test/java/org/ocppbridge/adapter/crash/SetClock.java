package org.ocppbridge.adapter.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/**
 * The clock of the bridge's process, which can be set while it runs and while it does not. A small
 * library in C; see {@code clock/clock.c} among the resources.
 */
final class SetClock {

  /** How far it is set off at most, forward or back. */
  private static final int HOURS_MAX = 6;

  private final Path library;
  private final Path ahead;

  private SetClock(Path folder) {
    library = Preloaded.library("clock", folder);
    ahead = folder.resolve("ahead");
  }

  /** Makes it; where there is no C compiler the test is skipped, and says so. */
  static SetClock in(Path folder) {
    SetClock clock = new SetClock(folder);
    clock.ahead(Duration.ZERO);
    return clock;
  }

  /** What the process has to be started with. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "CLOCK_AHEAD", ahead.toString());
  }

  /** Sets it so far ahead of the true time, or behind. */
  void ahead(Duration by) {
    Path next = ahead.resolveSibling("ahead.new");
    try {
      Files.writeString(next, Long.toString(by.toSeconds()));
      Files.move(next, ahead, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets it to any time, some hours ahead or behind. */
  void setAnyhow(Random random) {
    int seconds = HOURS_MAX * 3600;
    ahead(Duration.ofSeconds(random.nextInt(2 * seconds) - seconds));
  }
}
