package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;

/** Disks that are full or broken, files that are damaged, in use or too new. */
class SqlStoreFailureTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ChargerState FRESH =
      ChargerState.fresh(new ChargerId("CP-1"), SoapVersion.V16, 0);

  @TempDir private Path folder;

  @Test
  void while_the_disk_is_full_nothing_is_taken_and_then_it_goes_on_by_itself() {
    TroubledEngine engine = new TroubledEngine(Sqlite.in(folder));
    try (SqlStore store = SqlStore.open(engine, SqlStore.Limits.DEFAULT)) {
      store.note(FRESH, List.of(), List.of(message("A")), NOW);
      engine.fill();

      assertThatExceptionOfType(BridgeFault.NotStored.class)
          .isThrownBy(() -> store.note(FRESH, List.of(), List.of(large()), NOW))
          .withMessageContaining("full");
      assertThat(store.trouble()).isPresent();
      assertThat(store.depth(FRESH.id())).isEqualTo(1);
      assertThat(store.head(FRESH.id()).orElseThrow().message().action()).isEqualTo("A");

      engine.makeRoom();
      await().untilAsserted(() -> assertThat(store.trouble()).isEmpty());
      store.note(FRESH, List.of(), List.of(large()), NOW);
      assertThat(store.depth(FRESH.id())).isEqualTo(2);
    }
  }

  @Test
  void a_commit_that_fails_is_told_to_its_callers_and_nothing_of_it_is_kept() {
    TroubledEngine engine = new TroubledEngine(Sqlite.in(folder));
    try (SqlStore store = SqlStore.open(engine, SqlStore.Limits.DEFAULT)) {
      ChargerState state = store.note(FRESH, List.of(), List.of(message("A")), NOW).state();
      engine.breakDisk();

      assertThatExceptionOfType(BridgeFault.NotStored.class)
          .isThrownBy(
              () ->
                  store.delivered(
                      state, store.head(FRESH.id()).orElseThrow(), List.of(), List.of(), NOW));
      assertThat(store.trouble()).isPresent();

      engine.repairDisk();
      await().until(() -> store.trouble().isEmpty());
      assertThat(store.depth(FRESH.id())).isEqualTo(1);
    }
    try (SqlStore store = SqlStore.in(folder, SqlStore.Limits.DEFAULT)) {
      assertThat(store.head(FRESH.id()).orElseThrow().message().action()).isEqualTo("A");
    }
  }

  @Test
  void a_damaged_file_stops_the_start_and_is_left_as_it_is() throws IOException {
    fillAndClose();
    Path file = folder.resolve(Sqlite.FILE);
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 1; page < bytes.length() / 4096; page++) {
        bytes.seek(page * 4096);
        bytes.write(new byte[] {9, 9, 9, 9, 9, 9, 9, 9});
      }
    }
    assertStopped(file);
  }

  @Test
  void a_file_that_is_no_database_stops_the_start_and_is_left_as_it_is() throws IOException {
    Path file = folder.resolve(Sqlite.FILE);
    Files.writeString(file, "a shopping list, long enough to be looked at".repeat(100));
    assertStopped(file);
  }

  private void assertStopped(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqlStore.in(folder, SqlStore.Limits.DEFAULT))
        .withMessageContaining(file.toString())
        .withMessageContaining("damaged");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_file_of_a_newer_bridge_stops_the_start() throws SQLException {
    fillAndClose();
    try (Sqlite sqlite = Sqlite.in(folder);
        Connection connection = sqlite.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE about SET value = '99' WHERE name = 'schema'");
    }

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqlStore.in(folder, SqlStore.Limits.DEFAULT))
        .withMessageContaining("schema 99 of a newer bridge");
  }

  @Test
  void a_folder_in_use_is_refused_and_free_again_afterwards() {
    try (SqlStore _ = SqlStore.in(folder, SqlStore.Limits.DEFAULT)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> SqlStore.in(folder, SqlStore.Limits.DEFAULT))
          .withMessageContaining("in use")
          .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
    SqlStore.in(folder, SqlStore.Limits.DEFAULT).close();
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqlStore.in(file.resolve("data"), SqlStore.Limits.DEFAULT))
        .withMessageContaining("cannot be used");
  }

  private void fillAndClose() {
    try (SqlStore store = SqlStore.in(folder, SqlStore.Limits.DEFAULT)) {
      for (int i = 0; i < 100; i++) {
        store.note(FRESH, List.of(), List.of(message("A" + i)), NOW);
      }
    }
  }

  private static Message message(String action) {
    return Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
  }

  private static Message large() {
    return Message.transaction(
        "Large", JsonNodeFactory.instance.objectNode().put("text", "x".repeat(100_000)), 1);
  }
}
