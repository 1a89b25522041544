package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** A process that was killed while it made the store. */
class CutOffStartTest {
  @TempDir private Path folder;

  @Test
  void row_05_a_file_whose_making_was_cut_off_is_no_damaged_file() throws Exception {
    leaveHotJournal();
    assertThat(folder.resolve("bridge.db-journal")).isNotEmptyFile();

    SqlStore.in(folder, SqlStore.Limits.DEFAULT).close();
  }

  /** Copies a database in the middle of a transaction that has reached the file. */
  private void leaveHotJournal() throws SQLException, IOException {
    Path other = folder.resolve("other.db");
    try (Connection connection = JDBC.createConnection(JDBC.PREFIX + other, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = DELETE");
      statement.execute("CREATE TABLE filler (text TEXT)");
      statement.execute("INSERT INTO filler VALUES (hex(zeroblob(200000)))");
      statement.execute("PRAGMA cache_size = 1");
      connection.setAutoCommit(false);
      statement.execute("UPDATE filler SET text = hex(zeroblob(100000))");
      statement.execute("INSERT INTO filler VALUES (hex(zeroblob(500000)))");
      Files.copy(other, folder.resolve(Sqlite.FILE));
      Files.copy(folder.resolve("other.db-journal"), folder.resolve("bridge.db-journal"));
      connection.rollback();
    }
  }
}
