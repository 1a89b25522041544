package org.ocppbridge.adapter.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A disk that is slow, full or broken when it is told to, and that knows what would be left of the
 * store's files after the power was lost. A small library in C, put before the C library of the
 * bridge's process; see {@code disk/disk.c} among the resources.
 */
final class Disk {
  private final Path library;
  private final Path orders;
  private final Path mirror;

  private Disk(Path folder) throws IOException {
    library = Preloaded.library("disk", folder);
    orders = Files.createDirectories(folder.resolve("orders"));
    mirror = Files.createDirectories(folder.resolve("mirror"));
  }

  /** Makes it; where there is no C compiler the test is skipped, and says so. */
  static Disk in(Path folder) {
    try {
      return new Disk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the process has to be started with. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "DISK_ORDERS", orders.toString(),
        "DISK_MIRROR", mirror.toString());
  }

  /** From now on it is slow, full or broken. */
  void order(String order, String how) {
    try {
      Files.writeString(orders.resolve(order), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void cancel(String order) {
    try {
      Files.delete(orders.resolve(order));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often the store's files were synced. */
  long syncs() {
    try {
      Path syncs = orders.resolve("syncs");
      return Files.exists(syncs) ? Files.size(syncs) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves of the store's files what there is after the power was lost: what was synced. */
  void losePower(Path data) {
    try {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "bridge.db*")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(mirror, "bridge.db*")) {
        for (Path file : files) {
          Files.copy(file, data.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
