package org.ocppbridge.mappings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of each command of a 2.0.1 CSMS, by the charger's version. The table beside this
 * class is written by the test that plays every command, and that fails if it is not what happens.
 */
public final class Capabilities {

  /** The table, beside this class. */
  public static final String RESOURCE = "capabilities.table";

  /** Between the columns: the command, then what becomes of it with 1.6, 1.5 and 1.2. */
  public static final String COLUMN = " | ";

  private static final List<SoapVersion> COLUMNS =
      List.of(SoapVersion.V16, SoapVersion.V15, SoapVersion.V12);

  private static final List<String> LINES = read();

  /**
   * A command.
   *
   * @param message its name
   * @param by who does it: {@code charger}, {@code bridge}, or {@code refused}
   * @param detail the SOAP operation, or the answer, and what follows, in words
   */
  public record Row(String message, String by, String detail) {

    /** Names of SOAP operations that carry it out. */
    public List<String> operations() {
      return by.equals("charger") ? List.of(detail.split(";")[0].split(", ")) : List.of();
    }
  }

  private Capabilities() {}

  /** All commands, by name. */
  public static List<Row> of(SoapVersion version) {
    List<Row> rows = new ArrayList<>();
    for (String line : LINES) {
      String[] cells = line.split(" \\| ", -1);
      String[] words = cells[1 + COLUMNS.indexOf(version)].split(": ", 2);
      rows.add(new Row(cells[0], words[0], words.length > 1 ? words[1] : ""));
    }
    return rows;
  }

  private static List<String> read() {
    try (InputStream table = Capabilities.class.getResourceAsStream(RESOURCE)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
