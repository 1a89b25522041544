package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;

/** What is still known after the store was closed and opened, and what a write costs. */
class SqlStoreKeepsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ChargerId CP1 = new ChargerId("CP-1");
  private static final int OUTBOX_MAX = 20;

  @TempDir private Path folder;
  private SqlStore store;

  @BeforeEach
  void open() {
    store = SqlStore.in(folder, new SqlStore.Limits(OUTBOX_MAX, 30));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    open();
  }

  @Test
  void what_waits_is_in_order_with_its_attempts_and_places_are_not_given_again() {
    note(List.of(), message("A"), message("B"));
    store.refused(CP1, head().refused(NOW.plusSeconds(60)));
    reopen();

    assertThat(head().attempts()).isEqualTo(1);
    assertThat(head().notBefore()).isEqualTo(NOW.plusSeconds(60));
    assertThat(drain()).containsExactly("A", "B");
    reopen();
    assertThat(note(List.of(), message("C")).getFirst().seq()).isEqualTo(3);
  }

  @Test
  void transactions_their_numbers_obligations_and_wake_ups_are_known() {
    note(
        List.of(
            new TransactionChange.Started(7, start(), NOW),
            new TransactionChange.CsmsIdKnown(7, "900"),
            new TransactionChange.MustStop(7, 2),
            new TransactionChange.Started(8, start(), NOW),
            new TransactionChange.Ended(8, NOW),
            new Change.WakeUp("stop/7", NOW.plusSeconds(30))));
    reopen();

    ChargerState state = state();
    assertThat(state.transactions().last()).isEqualTo(8);
    assertThat(state.transactions().find(7).flatMap(Transaction::csmsId)).contains("900");
    assertThat(state.transactions().mustStop()).containsExactly(Map.entry(7, 2));
    assertThat(state.transactions().open().map(Transaction::id)).containsExactly(7);
    assertThat(state.wakeUps()).containsExactly(Map.entry("stop/7", NOW.plusSeconds(30)));
  }

  @Test
  void what_is_forgotten_first_stays_so() {
    for (String tag : List.of("a", "b", "c", "a")) {
      IdTagInfo info = new IdTagInfo(AuthorizationStatus.ACCEPTED, null, null);
      note(List.of(new RegistrationChange.TokenJudged(tag, info, List.of(), NOW)));
    }
    reopen();
    assertThat(state().tokens().known().keySet()).containsExactly("b", "c", "a");

    note(List.of(new RegistrationChange.TokenForgotten("c")));
    reopen();
    assertThat(state().tokens().known().keySet()).containsExactly("b", "a");
  }

  @Test
  void fingerprints_are_known_in_their_order_the_last_200_of_them() {
    for (long i = 1; i <= 250; i++) {
      note(List.of(new TransactionChange.MeterValuesSeen(i)));
    }
    reopen();

    assertThat(state().transactions().seen()).hasSize(200).startsWith(51L).endsWith(250L);
  }

  @Test
  void dead_letters_stay_whatever_is_done_and_when_a_charger_was_heard_is_known() {
    note(List.of(), message("A"));
    store.park(state(), head(), "refused", List.of(), List.of(), NOW);
    note(List.of(new TransactionChange.Undeliverable(message("B"), "stray", NOW)));
    store.heard(Map.of(CP1, NOW));
    store.forget(CP1);
    reopen();

    assertThat(store.deadLetters(CP1).kept())
        .extracting(letter -> letter.number() + letter.queued().message().action())
        .containsExactly("1A", "2B");
    assertThat(store.lastHeard(CP1)).contains(NOW);
  }

  @Test
  void a_charger_that_is_forgotten_leaves_nothing() {
    note(List.of(new TransactionChange.Started(7, start(), NOW)));
    store.forget(CP1);
    reopen();

    assertThat(store.chargers()).isEmpty();
    assertThat(store.find(CP1)).isEmpty();
  }

  @Test
  void a_heartbeat_costs_no_write() {
    note(List.of(new Change.VersionSeen(SoapVersion.V12)));
    long before = store.written();

    note(List.of(new RegistrationChange.HeartbeatForwarded(NOW)));

    assertThat(store.written()).isEqualTo(before);
    assertThat(state().registration().heartbeatAt()).isEqualTo(NOW);
  }

  @Test
  void meter_values_cost_the_same_whatever_else_is_known() {
    meterValues(1);
    long before = store.written();
    meterValues(2);
    long alone = store.written() - before;
    for (int i = 10; i < 500; i++) {
      note(List.of(new TransactionChange.Started(i, start(), NOW)));
    }
    before = store.written();

    meterValues(3);

    assertThat(store.written() - before).isEqualTo(alone).isLessThan(1500);
  }

  @Test
  void over_its_limit_an_outbox_loses_every_second_reading_but_never_the_first_or_last() {
    note(List.of(), message("StartTransaction"));
    for (int i = 1; i < OUTBOX_MAX; i++) {
      note(List.of(), reading(i));
    }
    note(List.of(), message("StopTransaction"));
    reopen();

    assertThat(drain())
        .containsExactly(
            "StartTransaction",
            "MeterValues 1",
            "MeterValues 3",
            "MeterValues 5",
            "MeterValues 7",
            "MeterValues 9",
            "MeterValues 11",
            "MeterValues 13",
            "MeterValues 15",
            "MeterValues 17",
            "MeterValues 19",
            "StopTransaction");
  }

  @Test
  void over_its_limit_an_outbox_without_readings_takes_nothing_more() {
    for (int i = 0; i < OUTBOX_MAX; i++) {
      note(List.of(), message("StopTransaction"));
    }

    assertThatExceptionOfType(BridgeFault.NotStored.class)
        .isThrownBy(() -> note(List.of(), message("StopTransaction")))
        .withMessageContaining("20 messages");
    assertThat(store.trouble()).isEmpty();
    assertThat(store.depth(CP1)).isEqualTo(OUTBOX_MAX);
  }

  @Test
  void all_outboxes_together_have_a_limit_too() {
    for (int i = 0; i < 3; i++) {
      ChargerState other = ChargerState.fresh(new ChargerId("CP-1" + i), SoapVersion.V16, 0);
      for (int j = 0; j < 10; j++) {
        store.note(store.find(other.id()).orElse(other), List.of(), List.of(message("Stop")), NOW);
      }
    }

    assertThatExceptionOfType(BridgeFault.NotStored.class)
        .isThrownBy(() -> note(List.of(), message("Stop")))
        .withMessageContaining("all chargers");
  }

  private List<Queued> note(List<Change> changes, Message... more) {
    return store.note(state(), changes, List.of(more), NOW).appended();
  }

  private ChargerState state() {
    return store.find(CP1).orElseGet(() -> ChargerState.fresh(CP1, SoapVersion.V16, 0));
  }

  private Queued head() {
    return store.head(CP1).orElseThrow();
  }

  private List<String> drain() {
    List<String> drained = new ArrayList<>();
    while (store.head(CP1).isPresent()) {
      Message message = head().message();
      drained.add((message.action() + " " + message.payload().path("n").asText()).strip());
      store.delivered(state(), head(), List.of(), List.of(), NOW);
    }
    return drained;
  }

  private void meterValues(int value) {
    SampledValue sample =
        new SampledValue(Integer.toString(value), null, null, null, null, null, null);
    note(
        List.of(
            new TransactionChange.MeterValuesSeen(value),
            new ConnectorChange.Sampled(1, List.of(new MeterValue(NOW, List.of(sample))), NOW)),
        reading(value));
  }

  private static Message reading(int n) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    return Message.transaction("MeterValues", payload.put("n", n), 1);
  }

  private static Message message(String action) {
    return Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
  }

  private static StartTransaction.Request start() {
    return new StartTransaction.Request(1, "TAG", NOW, BigDecimal.TEN, null);
  }
}
