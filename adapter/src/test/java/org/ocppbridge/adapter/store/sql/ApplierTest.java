package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplierTest {
  private static final int NEVER = 3_600_000;
  private static final String SQL = "SELECT seq FROM outbox WHERE charger = ? ORDER BY seq";

  @TempDir private Path folder;

  @Test
  void what_was_read_or_is_new_when_the_database_fails_is_applied_when_it_works_again()
      throws SQLException {
    try (TroubledEngine engine = new TroubledEngine(Sqlite.in(folder))) {
      try (Connection connection = engine.connect()) {
        Migrations.apply(connection, engine);
      }
      try (Applier applier = new Applier(engine, 0, NEVER, number -> {})) {
        add(applier, 1, "CP-1");
        add(applier, 2, "CP-2");
        assertThat(outbox(applier, "CP-1")).contains(List.of(1L));
        add(applier, 3, "CP-1");
        engine.breakDisk();
        assertThatExceptionOfType(SQLException.class).isThrownBy(applier::apply);
        assertThat(applier.trouble()).isPresent();
        assertThat(outbox(applier, "CP-1")).contains(List.of(1L, 3L));
        assertThatExceptionOfType(SQLException.class).isThrownBy(applier::makeRoom);

        engine.repairDisk();
        applier.makeRoom();

        assertThat(applier.trouble()).isEmpty();
        assertThat(outbox(applier, "CP-1")).as("all can see it").isEmpty();
      }
      try (Statements statements = new Statements(engine.connect())) {
        assertThat(statements.list(row -> row.getLong(1), SQL, "CP-1")).containsExactly(1L, 3L);
        assertThat(statements.list(row -> row.getLong(1), SQL, "CP-2")).containsExactly(2L);
        assertThat(About.APPLIED.get(statements)).contains("3");
      }
    }
  }

  private static void add(Applier applier, long number, String charger) {
    Write write = new Write().add(Sql.APPEND, charger, number, 1, 0, 5L, 0, 5L, "text");
    applier.add(number, List.of(write), write.bytes().length);
  }

  private static Optional<List<Long>> outbox(Applier applier, String charger) {
    return applier.list(row -> row.getLong(1), charger, SQL, charger);
  }
}
