package org.ocppbridge.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Markdown file, parts of which are written by people and parts by the measurement. Those stand
 * between {@code <!-- NAME: measured -->} and {@code <!-- NAME: end -->}.
 */
public final class Document {
  private final Path file;

  /** This one, which need not be there yet. */
  public Document(Path file) {
    this.file = file;
  }

  /** Puts text in a part, which is added at the end if it is not there. */
  public void replace(String part, String text) throws IOException {
    String begin = "<!-- " + part + ": measured -->\n";
    String end = "<!-- " + part + ": end -->\n";
    String old = Files.exists(file) ? Files.readString(file) : "";
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    String body = begin + text.stripTrailing() + "\n" + end;
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(
        file,
        from >= 0 && to > from
            ? old.substring(0, from) + body + old.substring(to + end.length())
            : old + "\n" + body);
  }
}
