package org.ocppbridge.adapter.store.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is known of the whole store, one text for each. */
enum About {
  /** The number of the schema. */
  SCHEMA("schema"),
  /** The number up to which the journal is applied. */
  APPLIED("journal"),
  /** Names the store, so that no other takes its journal for its own. */
  IDENTITY("identity"),
  /** Written and deleted to see whether the disk works. */
  PROBE("probe");

  private final String text;

  About(String text) {
    this.text = text;
  }

  /** The name of its row. */
  String text() {
    return text;
  }

  Optional<String> get(Statements statements) throws SQLException {
    List<String> found =
        statements.list(row -> row.getString(1), "SELECT value FROM about WHERE name = ?", text);
    return found.stream().findFirst();
  }

  void set(Statements statements, String value) throws SQLException {
    statements.with(Sql.ABOUT.text(), text, value).executeUpdate();
  }
}
