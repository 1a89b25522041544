package org.ocppbridge.adapter.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

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
    library = folder.resolve("disk.so");
    orders = Files.createDirectories(folder.resolve("orders"));
    mirror = Files.createDirectories(folder.resolve("mirror"));
  }

  /** Makes it; where there is no C compiler the test is skipped, and says so. */
  static Disk in(Path folder) {
    try {
      Disk disk = new Disk(folder);
      String problem = disk.compile(folder);
      if (!problem.isEmpty()) {
        System.out.println("skipped, no disk that fails can be made: " + problem);
      }
      Assumptions.assumeTrue(problem.isEmpty(), problem);
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is in the way; empty if nothing is. */
  private String compile(Path folder) throws IOException {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "this is no Linux";
    }
    Path source = folder.resolve("disk.c");
    try (InputStream text = Disk.class.getResourceAsStream("/disk/disk.c")) {
      Files.copy(text, source);
    }
    try {
      Process compiler =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = compiler.waitFor(60, TimeUnit.SECONDS);
      return ended && compiler.exitValue() == 0 ? "" : "the C compiler says: " + said;
    } catch (IOException e) {
      return "there is no C compiler: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
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
