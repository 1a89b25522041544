package org.ocppbridge.adapter.program;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.adapter.cli.CopyOptions;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.adapter.fleet.FirstNumber;
import org.ocppbridge.adapter.store.sql.Backup;

/** {@code backup} and {@code restore}. */
public final class StorePrograms {
  private StorePrograms() {}

  /** Copies the store, also of a bridge that runs; returns the exit code. */
  public static int backup(CopyOptions options, Surroundings surroundings) {
    Backup.make(options.config().data(), options.file());
    surroundings.out().println("backup " + options.file());
    return 0;
  }

  /**
   * Puts a copy where the store is; returns the exit code.
   *
   * @throws org.ocppbridge.adapter.store.StoreException if a bridge runs on it
   */
  public static int restore(CopyOptions options, Surroundings surroundings) {
    Instant now = Instant.now();
    Optional<Path> before =
        Backup.restore(options.file(), options.config().data(), FirstNumber.at(now), now);
    surroundings.out().println("restored " + options.file());
    before.ifPresent(path -> surroundings.out().println("what was there is now " + path));
    return 0;
  }
}
