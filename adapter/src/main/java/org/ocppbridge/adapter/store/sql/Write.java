package org.ocppbridge.adapter.store.sql;

import java.util.ArrayList;
import java.util.List;

/** The statements of one call to the store: all of them are carried out, or none. */
final class Write {

  /** A statement with its values. */
  record Line(Sql sql, Object[] values) {}

  private final List<Line> lines = new ArrayList<>();
  private String charger;
  private boolean mixed;
  private long size;
  private byte[] bytes;

  Write add(Sql sql, Object... values) {
    lines.add(new Line(sql, values));
    String of = sql.charger(values);
    mixed |= charger != null && !charger.equals(of);
    charger = of;
    for (Object value : values) {
      size += value instanceof String text ? text.length() : 8;
    }
    return this;
  }

  /** The charger that all statements are about, empty if about none; null if they differ. */
  String charger() {
    return mixed ? null : charger;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  List<Line> lines() {
    return lines;
  }

  /** For a journal; nothing is added to the write any more then. */
  synchronized byte[] bytes() {
    if (bytes == null) {
      bytes = Lines.bytes(lines);
    }
    return bytes;
  }

  /** What it carries, in characters of text and 8 for each number; for measurements. */
  long size() {
    return size;
  }
}
