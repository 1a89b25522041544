package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.RegistrationStatus;

/**
 * Stores that earlier versions left behind, with a full outbox, are taken up. A file {@code
 * stored-by-schema-N.sql} is never changed once its schema was released.
 */
class StoredEarlierTest {
  private static final ChargerId CP1 = new ChargerId("CP-1");
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void row_31_the_first_schema_with_members_missing_and_members_unknown_now() throws Exception {
    load("stored-by-schema-1.sql");
    try (SqlStore store = SqlStore.in(folder, SqlStore.Limits.DEFAULT)) {
      ChargerState state = store.find(CP1).orElseThrow();

      assertThat(state.version()).isEqualTo(SoapVersion.V15);
      assertThat(state.contact().orElseThrow().from()).isEqualTo("http://10.1.2.3:8090/");
      assertThat(state.registration().is(RegistrationStatus.ACCEPTED)).isTrue();
      assertThat(state.transactions().last()).isEqualTo(42);
      Transaction open = state.transactions().openOn(1).orElseThrow();
      assertThat(open.csmsId()).contains("900");
      assertThat(open.cause()).isEmpty();
      assertThat(state.transactions().mustStop()).containsExactly(Map.entry(42, 1));
      assertThat(state.transactions().seen()).containsExactly(5L, -7L);
      assertThat(state.tokens().known().keySet()).containsExactly("older", "younger");
      assertThat(state.commands().reservations()).isEmpty();
      assertThat(state.commands().unsupported()).containsExactly("DataTransfer");
      assertThat(state.settings().link()).isEmpty();
      assertThat(state.station().places().lastEventId()).isEqualTo(3);
      assertThat(state.station().events().of(42).orElseThrow().nextSeqNo()).isEqualTo(4);
      assertThat(state.wakeUps()).containsExactly(Map.entry("stop/42", NOW));
      assertThat(store.deadLetters(CP1).kept()).hasSize(1);
      assertDelivered(store, state, "StartTransaction", "MeterValues", "StopTransaction");
    }
  }

  private static void assertDelivered(SqlStore store, ChargerState state, String... actions) {
    for (String action : actions) {
      Queued head = store.head(CP1).orElseThrow();
      assertThat(head.message().action()).isEqualTo(action);
      store.delivered(state, head, List.of(), List.of(), NOW);
    }
    assertThat(store.head(CP1)).isEmpty();
  }

  private void load(String name) throws IOException, SQLException {
    String text;
    try (InputStream file = getClass().getResourceAsStream("/store/" + name)) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Sqlite sqlite = Sqlite.in(folder);
        Connection connection = sqlite.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : text.split(";\\s*\n")) {
        if (!sql.isBlank()) {
          statement.executeUpdate(sql);
        }
      }
    }
  }
}
