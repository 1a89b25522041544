package org.ocppbridge.bench.lab;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time of a JVM's own compiler. It is much at first, and none once all that is hot is
 * compiled. Its threads come and go; what one did since it was last looked at, before it went, is
 * not counted.
 */
final class CompilerTime {
  private final Path tasks;
  private final Map<Path, Double> last = new HashMap<>();
  private double total;

  CompilerTime(long pid) {
    this.tasks = Path.of("/proc", Long.toString(pid), "task");
  }

  /** So far, in seconds. */
  double seconds() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
      for (Path task : all) {
        String stat = stat(task);
        if (stat.contains("(C1 Comp") || stat.contains("(C2 Comp")) {
          double now = ProcStat.processorSeconds(stat);
          Double before = last.put(task, now);
          total += now - (before == null ? 0 : before);
        }
      }
    }
    return total;
  }

  private static String stat(Path task) throws IOException {
    try {
      return Files.readString(task.resolve("stat"));
    } catch (NoSuchFileException ended) {
      return "";
    } catch (IOException e) {
      if (Files.exists(task)) {
        throw e;
      }
      return ""; // it ended while it was read
    }
  }
}
