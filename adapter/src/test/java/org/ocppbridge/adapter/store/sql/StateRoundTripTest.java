package org.ocppbridge.adapter.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.SoapVersion;

/** Whatever a state holds is read back as it was, also what is added to it later. */
class StateRoundTripTest {
  private static final ChargerId CP1 = new ChargerId("CP-1");
  private static final int STATES = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void every_state_is_read_back_as_it_was_and_so_is_the_next_one(long seed) {
    RandomRecords random = new RandomRecords(seed);
    for (int i = 0; i < STATES; i++) {
      ChargerState state = state(random);
      try (Store store = open()) {
        store.note(state, List.of(), List.of(), Instant.EPOCH);
      }
      try (Store store = open()) {
        assertThat(store.find(CP1)).contains(state);
      }
    }
  }

  @Test
  void messages_are_read_back_as_they_were() {
    RandomRecords random = new RandomRecords(6);
    ChargerState blank = ChargerState.fresh(CP1, SoapVersion.V15, 0);
    for (int i = 0; i < STATES; i++) {
      Message message = sent(random.some(Message.class), Delivery.TRANSACTION);
      try (Store store = open()) {
        store.note(blank, List.of(), List.of(message), Instant.EPOCH);
      }
      try (Store store = open()) {
        Queued head = store.head(CP1).orElseThrow();
        assertThat(head.message()).isEqualTo(message);
        store.delivered(store.find(CP1).orElseThrow(), head, List.of(), List.of(), Instant.EPOCH);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LATEST", "BOUNDED"})
  void messages_that_are_kept_are_read_back_as_they_were(Delivery delivery) {
    RandomRecords random = new RandomRecords(7);
    ChargerState blank = ChargerState.fresh(CP1, SoapVersion.V15, 0);
    for (int i = 0; i < STATES; i++) {
      Message message = sent(random.some(Message.class), delivery);
      try (Store store = open()) {
        store.note(blank, List.of(), List.of(message), Instant.EPOCH);
      }
      try (Store store = open()) {
        List<Queued> kept = store.kept(CP1);
        assertThat(kept).extracting(Queued::message).containsExactly(message);
        store.release(CP1, kept.getFirst().seq());
      }
    }
  }

  private static Message sent(Message any, Delivery delivery) {
    return new Message(any.action(), any.payload(), delivery, any.key(), any.transaction());
  }

  private Store open() {
    return SqlStore.in(folder, SqlStore.Limits.DEFAULT);
  }

  /** One as it can be: the last Heartbeat is not kept. */
  private static ChargerState state(RandomRecords random) {
    ChargerState any = random.some(ChargerState.class);
    return new ChargerState(
        CP1,
        any.version(),
        any.contact(),
        any.registration().lasting(),
        any.connectors(),
        any.transactions(),
        any.tokens(),
        any.commands(),
        any.jobs(),
        any.settings(),
        any.station(),
        any.access(),
        any.securityLog(),
        any.wakeUps());
  }
}
