package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.store.StoreException;

/** What came to the journal comes to the database, once, whatever happens in between. */
class JournaledCommitTest {
  private static final int CRASHES = 15;
  private static final List<String> TABLES =
      List.of("charger", "piece", "outbox", "kept", "dead_letter");

  @TempDir private Path folder;

  /** A crash: from some moment on nothing reaches the disk, or it does and nobody is told. */
  @ParameterizedTest(name = "with seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_writes_with_crashes_lead_to_what_they_lead_to_directly(long seed) throws Exception {
    Random random = new Random(seed);
    RandomWrites writes = new RandomWrites(seed);
    try (Engine plain = Sqlite.in(folder.resolve("plain"));
        Connection connection = migrated(plain);
        Statements expected = new Statements(connection);
        DirectCommit direct = new DirectCommit(plain)) {
      for (int crash = 0; crash < CRASHES; crash++) {
        try (TroubledEngine engine = new TroubledEngine(Sqlite.in(folder.resolve("data")))) {
          migrated(engine).close();
          JournaledCommit journaled =
              JournaledCommit.open(engine, engine.journal().orElseThrow(), 1 + random.nextInt(20));
          for (int i = random.nextInt(150); i > 0; i--) {
            List<Write> group = group(writes, random);
            journaled.commit(group);
            each(direct, group);
            if (random.nextInt(10) == 0) {
              assertSame(journaled, engine, expected, writes.chargers());
            }
          }
          engine.breakDisk();
          if (random.nextBoolean()) {
            tryAndLose(journaled, writes, direct, engine);
          }
          journaled.close();
        }
        reopenAndCompare(expected);
      }
    }
  }

  private static List<Write> group(RandomWrites writes, Random random) {
    List<Write> group = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      group.add(writes.next());
    }
    return group;
  }

  /** It is in the file, but was not said to be: the journal gives it up when it goes on. */
  private static void tryAndLose(
      JournaledCommit journaled, RandomWrites writes, DirectCommit direct, TroubledEngine engine)
      throws Exception {
    Write lost = writes.next();
    assertThatExceptionOfType(Exception.class).isThrownBy(() -> journaled.commit(List.of(lost)));
    writes.takeBack();
    engine.repairDisk();
    List<Write> next = List.of(writes.next());
    journaled.commit(next);
    each(direct, next);
    engine.breakDisk();
  }

  private static void each(DirectCommit direct, List<Write> writes) throws SQLException {
    for (Write write : writes) {
      for (Write.Line line : write.lines()) {
        direct.commit(List.of(new Write().add(line.sql(), line.values())));
      }
    }
  }

  private static void assertSame(
      JournaledCommit journaled, Engine engine, Statements expected, List<String> chargers)
      throws SQLException {
    String sql = "SELECT seq, message, attempts, tx FROM outbox WHERE charger = ? ORDER BY seq";
    Statements.Row<String> row = r -> r.getLong(1) + r.getString(2) + r.getInt(3) + r.getString(4);
    for (String charger : chargers) {
      List<String> found;
      try (Connection connection = engine.connect()) {
        Reader reader = new Reader(connection, journaled);
        found = reader.list(row, sql, charger);
      }
      assertThat(found).isEqualTo(expected.list(row, sql, charger));
    }
  }

  private void reopenAndCompare(Statements expected) throws Exception {
    try (Sqlite engine = Sqlite.in(folder.resolve("data"))) {
      JournaledCommit.open(engine, engine.journal().orElseThrow()).close();
      try (Statements found = new Statements(engine.connect())) {
        for (String table : TABLES) {
          assertThat(all(found, table)).as(table).isEqualTo(all(expected, table));
        }
      }
      assertThat(redo()).isEmpty();
    }
  }

  private static List<String> all(Statements statements, String table) throws SQLException {
    return statements.list(
        row -> {
          StringBuilder text = new StringBuilder();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(row.getString(i)).append('|');
          }
          return text.toString();
        },
        "SELECT * FROM " + table + " ORDER BY 1, 2, 3");
  }

  @Test
  void what_is_applied_is_not_applied_again_and_what_is_not_is() throws Exception {
    leaveJournal(40);
    List<byte[]> left = new ArrayList<>();
    List<Path> files = redo();
    for (Path file : files) {
      left.add(Files.readAllBytes(file));
    }
    List<String> once = outboxAfterOpening();
    for (int i = 0; i < files.size(); i++) {
      Files.write(files.get(i), left.get(i));
    }

    assertThat(outboxAfterOpening()).isEqualTo(once).hasSize(40);
  }

  @Test
  void a_database_that_takes_nothing_stops_the_start_and_the_journal_waits() throws Exception {
    leaveJournal(40);
    List<Path> files = redo();
    try (TroubledEngine engine = new TroubledEngine(Sqlite.in(folder.resolve("data")))) {
      engine.breakDisk();
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> JournaledCommit.open(engine, engine.journal().orElseThrow()));
    }
    assertThat(redo()).isEqualTo(files).isNotEmpty();

    assertThat(outboxAfterOpening()).hasSize(40);
  }

  @Test
  void a_damaged_journal_stops_the_start_with_its_name_and_is_left_as_it_is() throws Exception {
    leaveJournal(40);
    Path file = redo().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[200] ^= 1;
    Files.write(file, bytes);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqlStore.in(folder.resolve("data"), SqlStore.Limits.DEFAULT))
        .withMessageContaining("damaged")
        .withMessageContaining(file.toString());
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    try (Sqlite engine = Sqlite.in(folder.resolve("data"));
        Statements statements = new Statements(engine.connect())) {
      assertThat(all(statements, "outbox")).isEmpty();
    }
  }

  @Test
  void a_journal_without_its_store_stops_the_start() throws Exception {
    leaveJournal(4);
    List<Path> files = redo();
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve("data").resolve(Sqlite.FILE + suffix));
    }

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqlStore.in(folder.resolve("data"), SqlStore.Limits.DEFAULT))
        .withMessageContaining("belongs to another store");
    assertThat(redo()).isEqualTo(files);
  }

  @Test
  void what_waits_to_be_applied_is_limited() throws Exception {
    try (Sqlite engine = Sqlite.in(folder.resolve("data"))) {
      migrated(engine).close();
      try (JournaledCommit commit =
          JournaledCommit.open(engine, engine.journal().orElseThrow(), 3_600_000)) {
        String text = "x".repeat(1 << 20);
        for (int i = 0; i < 80; i++) {
          commit.commit(List.of(append(i, text)));
          assertThat(redo().stream().mapToLong(file -> file.toFile().length()).sum())
              .as(
                  "with files that are begun, their zeros, and files that are kept to be written over")
              .isLessThan(3 * Applier.BYTES_MAX);
        }
      }
      assertThat(redo()).isEmpty();
    }
  }

  /** As a killed process leaves it: all in the journal, nothing in the database. */
  private void leaveJournal(int messages) throws Exception {
    try (TroubledEngine engine = new TroubledEngine(Sqlite.in(folder.resolve("data")))) {
      migrated(engine).close();
      JournaledCommit commit =
          JournaledCommit.open(engine, engine.journal().orElseThrow(), 3_600_000);
      for (int i = 0; i < messages; i++) {
        commit.commit(List.of(append(i, "text")));
      }
      engine.breakDisk();
      commit.close();
    }
  }

  private static Write append(int seq, String text) {
    return new Write().add(Sql.APPEND, "CP-1", (long) seq, 1, 0, 5L, 0, 5L, text);
  }

  private List<String> outboxAfterOpening() throws Exception {
    try (Sqlite engine = Sqlite.in(folder.resolve("data"))) {
      JournaledCommit.open(engine, engine.journal().orElseThrow()).close();
      try (Statements statements = new Statements(engine.connect())) {
        return all(statements, "outbox");
      }
    }
  }

  private List<Path> redo() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return files
          .filter(file -> file.getFileName().toString().contains(Sqlite.JOURNAL))
          .sorted()
          .toList();
    }
  }

  private static Connection migrated(Engine engine) throws SQLException {
    Connection connection = engine.connect();
    Migrations.apply(connection, engine);
    return connection;
  }
}
