package org.ocppbridge.mappings.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table beside the tests, one row a line; {@code #} begins a comment. */
final class Table {

  private Table() {}

  static List<String> lines(String name) {
    try (InputStream in = Table.class.getResourceAsStream("/coverage/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
