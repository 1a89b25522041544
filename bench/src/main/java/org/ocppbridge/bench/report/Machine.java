package org.ocppbridge.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** Where and with what it was measured. */
public final class Machine {
  private Machine() {}

  /** In one line. */
  public static String text() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s, %d processors (%s), %.0f GB, Linux %s, Java %s",
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name"),
        Double.parseDouble(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6,
        System.getProperty("os.version"),
        System.getProperty("java.vm.version"));
  }

  /** How many threads wanted a processor in the last minute; more than there are is noise. */
  public static double load() throws IOException {
    return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static String field(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }
}
