package org.ocppbridge.adapter.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.ledger.ExchangeLedger;
import org.ocppbridge.adapter.ledger.LedgerSettings;
import org.ocppbridge.adapter.store.sql.SqlStore;

/** The folder of the settings in which the bridge keeps what outlives it. */
public final class DataFolder {
  private DataFolder() {}

  /**
   * The durable store of the settings.
   *
   * @throws org.ocppbridge.adapter.store.StoreException if it cannot be opened, or is in use
   */
  static SqlStore open(BridgeConfig config) {
    makeFolder(config.data());
    return SqlStore.in(config.data(), limits(config));
  }

  /** How much may wait in the store. */
  public static SqlStore.Limits limits(BridgeConfig config) {
    BridgeConfig.Limits limits = config.limits();
    return new SqlStore.Limits(limits.outbox(), limits.outboxAll(), limits.deadLetters());
  }

  /**
   * The ledger of the settings, in a folder of its own; empty if there is to be none.
   *
   * @throws UncheckedIOException if it cannot be opened
   */
  public static Optional<ExchangeLedger> ledger(
      BridgeConfig config, Path folder, InstantSource clock) {
    BridgeConfig.Ledger wanted = config.ledger();
    if (!wanted.enabled()) {
      return Optional.empty();
    }
    LedgerSettings settings =
        new LedgerSettings(wanted.size(), wanted.age(), config.privacy().tokenAge());
    try {
      return Optional.of(ExchangeLedger.open(folder.resolve("ledger"), settings, clock));
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be opened: " + e.getMessage(), e);
    }
  }

  /** For nobody but its owner, if it is not there yet: what chargers did is in it. */
  private static void makeFolder(Path data) {
    if (Files.exists(data)) {
      return;
    }
    try {
      if (hasPermissions(data)) {
        Files.createDirectories(
            data,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      // If it cannot be made at all, the store says so.
    }
  }

  /** Some file systems know no owners and others. */
  private static boolean hasPermissions(Path data) {
    return data.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** Whether other users of this machine can read the folder; what chargers did is in it. */
  static boolean isReadByOthers(Path data) {
    if (!hasPermissions(data)) {
      return false;
    }
    try {
      Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(data);
      return allowed.contains(PosixFilePermission.OTHERS_READ)
          || allowed.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException e) {
      return false; // The store says what is wrong with it.
    }
  }
}
