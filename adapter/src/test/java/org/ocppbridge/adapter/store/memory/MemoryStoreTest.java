package org.ocppbridge.adapter.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.StoreContract;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;

class MemoryStoreTest extends StoreContract {
  @Override
  protected Store open() {
    return new MemoryStore();
  }

  @Test
  void over_the_limit_the_oldest_dead_letter_is_forgotten_and_counted() {
    MemoryStore store = new MemoryStore();
    ChargerState state = ChargerState.fresh(new ChargerId("CP-1"), SoapVersion.V16, 0);
    for (int i = 0; i <= MemoryStore.DEAD_LETTERS_MAX; i++) {
      Message message = Message.transaction("Stop", JsonNodeFactory.instance.objectNode(), i);
      store.note(
          state,
          List.of(new TransactionChange.Undeliverable(message, "no " + i, Instant.EPOCH)),
          List.of(),
          Instant.EPOCH);
    }

    Store.DeadLetters letters = store.deadLetters(state.id());

    assertThat(letters.dropped()).isEqualTo(1);
    assertThat(letters.kept()).hasSize(MemoryStore.DEAD_LETTERS_MAX);
    assertThat(letters.kept().getFirst().reason()).isEqualTo("no 1");
  }
}
