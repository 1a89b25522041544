package org.ocppbridge.adapter.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ocppbridge.adapter.store.StoreException;

/**
 * The steps from one schema to the next: {@code store/1.sql}, {@code store/2.sql}, and so on among
 * the resources. A step that was released is never changed.
 */
final class Migrations {

  /** The schema of this program. */
  static final int LATEST = 3;

  private Migrations() {}

  /**
   * Brings a database to the latest schema, each step in a transaction of its own.
   *
   * @throws StoreException if a newer program has made it
   */
  static void apply(Connection connection, Engine engine) throws SQLException {
    int found = found(connection);
    if (found > LATEST) {
      throw new StoreException(
          "the store has schema %d of a newer bridge; this one knows up to %d"
              .formatted(found, LATEST));
    }
    connection.setAutoCommit(false);
    for (int step = found + 1; step <= LATEST; step++) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : text(step).replace("${clustered}", engine.clustered()).split(";\\s*\n")) {
          if (!sql.isBlank()) {
            statement.executeUpdate(sql);
          }
        }
      }
      note(connection, step);
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static int found(Connection connection) throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "about", null)) {
      if (!tables.next()) {
        return 0;
      }
    }
    try (PreparedStatement query =
        connection.prepareStatement("SELECT value FROM about WHERE name = ?")) {
      query.setString(1, About.SCHEMA.text());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
      }
    }
  }

  private static void note(Connection connection, int step) throws SQLException {
    try (PreparedStatement note = connection.prepareStatement(Sql.ABOUT.text())) {
      note.setString(1, About.SCHEMA.text());
      note.setString(2, Integer.toString(step));
      note.executeUpdate();
    }
  }

  private static String text(int step) {
    try (InputStream text = Migrations.class.getResourceAsStream("/store/" + step + ".sql")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
