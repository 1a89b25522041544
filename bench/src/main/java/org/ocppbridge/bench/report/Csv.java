package org.ocppbridge.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of numbers and names as a file. */
public final class Csv {
  private final List<String> lines = new ArrayList<>();

  /** With these columns. */
  public Csv(String... columns) {
    lines.add(String.join(",", columns));
  }

  /** Adds a line; numbers are written with three digits after the point, if they have any. */
  public void add(Object... values) {
    lines.add(Arrays.stream(values).map(Csv::text).collect(Collectors.joining(",")));
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.3f", number)
        : value.toString().replace(',', ';');
  }

  /** Writes it. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }
}
