package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;

/**
 * What a message that must not be lost costs the disk and the database: counted instead of timed,
 * so that it holds on a slow and busy machine too.
 */
class DurableMessageCostTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ChargerId CP1 = new ChargerId("CP-1");
  private static final int MESSAGES = 50;

  /** Brings to the database what is safe in the journal, while nobody waits. */
  private static final String LATER = "store-apply";

  private static final String WRITER = "store";

  /** Counters of the charger, and up to where the journal was applied, some times. */
  private static final int FOR_ALL_TOGETHER = 10;

  @TempDir private Path folder;
  private CountingEngine engine;
  private SqlStore store;

  @BeforeEach
  void open() {
    engine = new CountingEngine(Sqlite.in(folder));
    store = SqlStore.open(engine, SqlStore.Limits.DEFAULT);
    reading(0); // the first one makes the journal's file and the charger
    engine.reset();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reading(int number) {
    ChargerState state =
        store.find(CP1).orElseGet(() -> ChargerState.fresh(CP1, SoapVersion.V16, 0));
    Message message =
        Message.transaction(
            "MeterValues", JsonNodeFactory.instance.objectNode().put("n", number), 1);
    store.note(
        state, List.of(new TransactionChange.MeterValuesSeen(number)), List.of(message), NOW);
  }

  @Test
  void messages_that_come_one_by_one_are_synced_once_each_and_no_statement_is_waited_for() {
    for (int i = 1; i <= MESSAGES; i++) {
      reading(i);
    }

    assertThat(engine.syncs()).as("syncs for %d messages", MESSAGES).isEqualTo(MESSAGES);
    String caller = Thread.currentThread().getName();
    assertThat(engine.statements(caller)).as("SQL carried out by the caller").isZero();
    assertThat(engine.statements(WRITER)).as("SQL carried out by who is waited for").isZero();
  }

  @Test
  void the_database_gets_a_few_statements_for_each_message_later() {
    for (int i = 1; i <= MESSAGES; i++) {
      reading(i);
    }
    store.close();
    int statements = engine.statements(LATER) + engine.statements(Thread.currentThread().getName());
    open();

    assertThat(statements)
        .as("SQL for %d messages: their rows, and those of the changes they bring", MESSAGES)
        .isBetween(2 * MESSAGES, 2 * MESSAGES + FOR_ALL_TOGETHER);
  }

  @Test
  void messages_that_come_together_are_synced_together() throws Exception {
    try (CountingEngine other = new CountingEngine(Sqlite.in(folder.resolve("other")))) {
      try (Connection connection = other.connect()) {
        Migrations.apply(connection, other);
      }
      JournaledCommit commit = JournaledCommit.open(other, other.journal().orElseThrow());
      commit.commit(List.of(write(0))); // makes the journal's file
      other.reset();
      commit.commit(
          IntStream.rangeClosed(1, MESSAGES).mapToObj(DurableMessageCostTest::write).toList());

      assertThat(other.syncs()).as("syncs for %d messages", MESSAGES).isEqualTo(1);
      commit.close();
    }
  }

  private static Write write(int number) {
    return new Write().add(Sql.ABOUT, About.PROBE.text(), "x".repeat(number));
  }
}
