package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.store.StoreException;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.StartTransaction;

class BackupTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ChargerState FRESH =
      ChargerState.fresh(new ChargerId("CP-1"), SoapVersion.V16, 100);

  @TempDir private Path folder;

  @Test
  void a_backup_of_a_store_in_use_brings_it_back_as_it_was_with_numbers_that_jump() {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    try (SqlStore store = open(data)) {
      ChargerState state = start(store, FRESH, 101);
      Backup.make(data, copy);
      start(store, state, 102);
    }

    assertThat(Backup.restore(copy, data, 5000, NOW)).get().satisfies(p -> assertThat(p).exists());

    try (SqlStore store = open(data)) {
      ChargerState state = store.find(FRESH.id()).orElseThrow();
      assertThat(state.transactions().all()).containsOnlyKeys(101);
      assertThat(state.transactions().last()).isEqualTo(15_000);
      assertThat(state.station().places().lastEventId()).isEqualTo(1_000_000);
      assertThat(store.depth(FRESH.id())).isEqualTo(1);
    }
  }

  @Test
  void a_backup_is_restored_to_an_empty_folder_too() {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    try (SqlStore store = open(data)) {
      start(store, FRESH, 101);
    }
    Backup.make(data, copy);
    Path other = folder.resolve("other");

    assertThat(Backup.restore(copy, other, 1, NOW)).isEmpty();

    try (SqlStore store = open(other)) {
      assertThat(store.chargers()).containsExactly(FRESH.id());
      assertThat(store.find(FRESH.id()).orElseThrow().transactions().last()).isEqualTo(10_001);
    }
    assertThat(other.resolve("restoring")).doesNotExist();
  }

  @Test
  void nothing_is_restored_to_a_store_in_use_nor_from_what_is_no_backup() throws IOException {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    try (SqlStore store = open(data)) {
      start(store, FRESH, 101);
      Backup.make(data, copy);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> Backup.restore(copy, data, 1, NOW))
          .withMessageContaining("in use");
    }
    Path list = Files.writeString(folder.resolve("list"), "a shopping list".repeat(1000));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.restore(list, data, 1, NOW))
        .withMessageContaining("damaged");
    try (SqlStore store = open(data)) {
      assertThat(store.chargers()).containsExactly(FRESH.id());
    }
  }

  @Test
  void the_journal_of_a_killed_bridge_is_put_aside_with_its_store() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    try (SqlStore store = open(data)) {
      start(store, FRESH, 101);
      Backup.make(data, copy);
    }
    TroubledEngine engine = new TroubledEngine(Sqlite.in(data));
    try (SqlStore killed = SqlStore.open(engine, SqlStore.Limits.DEFAULT)) {
      start(killed, killed.find(FRESH.id()).orElseThrow(), 102);
      engine.breakDisk();
    }
    assertThat(journal(data, Sqlite.FILE)).isNotEmpty();

    Path aside = Backup.restore(copy, data, 5000, NOW).orElseThrow();

    assertThat(journal(data, Sqlite.FILE + Sqlite.JOURNAL)).isEmpty();
    assertThat(journal(data, aside.getFileName().toString())).isNotEmpty();
    try (SqlStore store = open(data)) {
      assertThat(store.depth(FRESH.id())).isEqualTo(1);
    }
  }

  private static List<Path> journal(Path data, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.getFileName().toString().contains(Sqlite.JOURNAL))
          .toList();
    }
  }

  @Test
  void a_backup_never_replaces_a_file_and_needs_a_store() throws IOException {
    Path data = folder.resolve("data");
    open(data).close();
    Path there = Files.writeString(folder.resolve("there"), "precious");

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.make(data, there))
        .withMessageContaining("exists already");
    assertThat(there).hasContent("precious");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Backup.make(folder.resolve("nowhere"), folder.resolve("copy")))
        .withMessageContaining("no store");
  }

  private static SqlStore open(Path data) {
    return SqlStore.in(data, SqlStore.Limits.DEFAULT);
  }

  private static ChargerState start(SqlStore store, ChargerState before, int number) {
    StartTransaction.Request start =
        new StartTransaction.Request(1, "TAG", NOW, BigDecimal.TEN, null);
    return store
        .note(
            before,
            List.of(new TransactionChange.Started(number, start, NOW)),
            List.of(
                Message.transaction(
                    "StartTransaction", JsonNodeFactory.instance.objectNode(), number)),
            NOW)
        .state();
  }
}
