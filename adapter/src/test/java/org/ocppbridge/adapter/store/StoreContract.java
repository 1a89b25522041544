package org.ocppbridge.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.store.Store.Noted;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;

/** What every store must do; each store has a test class of a few lines that extends this one. */
public abstract class StoreContract {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final ChargerId CP1 = new ChargerId("CP-1");
  private static final ChargerId CP2 = new ChargerId("CP-2");

  private Store store;

  /** An empty store. */
  protected abstract Store open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void a_charger_never_heard_is_not_found() {
    assertThat(store.find(CP1)).isEmpty();
    assertThat(store.chargers()).isEmpty();
    assertThat(store.head(CP1)).isEmpty();
    assertThat(store.depth(CP1)).isZero();
  }

  @Test
  void changes_are_kept_and_found_again() {
    Noted noted =
        store.note(fresh(CP1), List.of(new Change.VersionSeen(SoapVersion.V12)), List.of(), NOW);

    assertThat(noted.state().version()).isEqualTo(SoapVersion.V12);
    assertThat(store.find(CP1)).contains(noted.state());
    assertThat(store.chargers()).containsExactly(CP1);
  }

  @Test
  void the_outbox_of_a_charger_is_first_in_first_out() {
    Noted first = store.note(fresh(CP1), List.of(), List.of(message("A"), message("B")), NOW);
    store.note(first.state(), List.of(), List.of(message("C")), NOW.plusSeconds(1));

    assertThat(first.appended()).extracting(Queued::seq).containsExactly(1L, 2L);
    assertThat(store.depth(CP1)).isEqualTo(3);
    assertThat(drain(CP1)).containsExactly("A", "B", "C");
    assertThat(store.head(CP1)).isEmpty();
  }

  @Test
  void a_place_in_the_queue_is_never_given_twice() {
    store.note(fresh(CP1), List.of(), List.of(message("A")), NOW);
    drain(CP1);
    Noted later = store.note(store.find(CP1).orElseThrow(), List.of(), List.of(message("B")), NOW);

    assertThat(later.appended()).extracting(Queued::seq).containsExactly(2L);
  }

  @Test
  void a_charger_is_forgotten_unless_something_of_it_waits() {
    store.note(fresh(CP1), List.of(), List.of(message("A")), NOW);
    store.note(fresh(CP2), List.of(), List.of(), NOW);

    store.forget(CP1);
    store.forget(CP2);
    store.forget(new ChargerId("NEVER-HEARD"));

    assertThat(store.chargers()).containsExactly(CP1);
    assertThat(drain(CP1)).containsExactly("A");
  }

  @Test
  void outboxes_of_different_chargers_do_not_mix() {
    store.note(fresh(CP1), List.of(), List.of(message("A")), NOW);
    store.note(fresh(CP2), List.of(), List.of(message("B")), NOW);

    assertThat(drain(CP2)).containsExactly("B");
    assertThat(drain(CP1)).containsExactly("A");
  }

  @Test
  void a_transaction_waits_while_the_outbox_holds_a_message_of_it() {
    Message message = Message.transaction("A", JsonNodeFactory.instance.objectNode(), 7);
    Noted noted = store.note(fresh(CP1), List.of(), List.of(message), NOW);

    assertThat(store.waits(CP1, 7)).isTrue();
    assertThat(store.waits(CP1, 8)).isFalse();
    assertThat(store.waits(CP2, 7)).isFalse();
    store.delivered(noted.state(), noted.appended().getFirst(), List.of(), List.of(), NOW);
    assertThat(store.waits(CP1, 7)).isFalse();
  }

  @Test
  void a_refused_head_stays_the_head_with_its_attempts_counted() {
    store.note(fresh(CP1), List.of(), List.of(message("A"), message("B")), NOW);
    Queued head = store.head(CP1).orElseThrow();

    store.refused(CP1, head.refused(NOW.plusSeconds(60)));

    Queued again = store.head(CP1).orElseThrow();
    assertThat(again.seq()).isEqualTo(head.seq());
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.notBefore()).isEqualTo(NOW.plusSeconds(60));
    assertThat(store.depth(CP1)).isEqualTo(2);
  }

  @Test
  void what_a_delivery_leads_to_is_kept_together_with_it() {
    ChargerState state = store.note(fresh(CP1), List.of(), List.of(message("A")), NOW).state();
    Queued head = store.head(CP1).orElseThrow();

    store.delivered(
        state,
        head,
        List.of(new Change.VersionSeen(SoapVersion.V12)),
        List.of(message("B")),
        NOW.plusSeconds(1));

    assertThat(store.find(CP1).orElseThrow().version()).isEqualTo(SoapVersion.V12);
    assertThat(drain(CP1)).containsExactly("B");
  }

  @Test
  void a_parked_message_is_a_dead_letter_and_the_queue_goes_on() {
    ChargerState state =
        store.note(fresh(CP1), List.of(), List.of(message("A"), message("B")), NOW).state();
    Queued head = store.head(CP1).orElseThrow();

    store.park(state, head, "refused five times", List.of(), List.of(), NOW.plusSeconds(9));

    assertThat(store.deadLetters(CP2).kept()).isEmpty();
    assertThat(store.deadLetters(CP1).kept())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.charger()).isEqualTo(CP1);
              assertThat(letter.queued().message().action()).isEqualTo("A");
              assertThat(letter.reason()).isEqualTo("refused five times");
              assertThat(letter.parkedAt()).isEqualTo(NOW.plusSeconds(9));
            });
    assertThat(drain(CP1)).containsExactly("B");
  }

  @Test
  void a_dead_letter_is_tried_again_after_all_that_waits_or_dropped_once() {
    ChargerState state = store.note(fresh(CP1), List.of(), List.of(message("A")), NOW).state();
    state =
        store.park(state, store.head(CP1).orElseThrow(), "no", List.of(), List.of(), NOW).state();
    store.note(
        state,
        List.of(new TransactionChange.Undeliverable(message("Stop"), "belongs to none", NOW)),
        List.of(message("B")),
        NOW);

    assertThat(store.retry(CP1, 1, NOW)).map(Queued::seq).contains(3L);
    assertThat(store.retry(CP1, 1, NOW)).isEmpty();
    assertThat(store.drop(CP1, 2)).isTrue();
    assertThat(store.drop(CP1, 2)).isFalse();
    assertThat(store.retry(CP2, 1, NOW)).isEmpty();
    assertThat(store.drop(CP2, 1)).isFalse();

    assertThat(store.deadLetters(CP1).kept()).isEmpty();
    assertThat(store.depth(CP1)).isEqualTo(2);
    assertThat(drain(CP1)).containsExactly("B", "A");
  }

  @Test
  void what_a_change_calls_undeliverable_is_a_dead_letter() {
    store.note(
        fresh(CP1),
        List.of(new TransactionChange.Undeliverable(message("Stop"), "belongs to none", NOW)),
        List.of(),
        NOW);

    assertThat(store.deadLetters(CP1).kept())
        .extracting(letter -> letter.queued().message().action(), Store.DeadLetter::reason)
        .containsExactly(tuple("Stop", "belongs to none"));
    assertThat(store.depth(CP1)).isZero();
  }

  @Test
  void what_is_not_the_head_changes_nothing() {
    ChargerState state =
        store.note(fresh(CP1), List.of(), List.of(message("A"), message("B")), NOW).state();
    Queued other = new Queued(7, message("X"), NOW, 0, NOW);
    List<Change> changes = List.of(new Change.VersionSeen(SoapVersion.V12));

    assertThatIllegalStateException()
        .isThrownBy(() -> store.delivered(state, other, changes, List.of(), NOW));
    assertThatIllegalStateException()
        .isThrownBy(() -> store.park(state, other, "no", changes, List.of(), NOW));
    assertThatIllegalStateException().isThrownBy(() -> store.refused(CP1, other));

    assertThat(store.find(CP1)).contains(state);
    assertThat(store.deadLetters(CP1).kept()).isEmpty();
    assertThat(drain(CP1)).containsExactly("A", "B");
  }

  @Test
  void a_write_that_fails_changes_nothing() {
    ChargerState state = store.note(fresh(CP1), List.of(), List.of(message("A")), NOW).state();
    Queued head = store.head(CP1).orElseThrow();
    List<Change> broken = new ArrayList<>();
    broken.add(null);

    assertThatException()
        .isThrownBy(() -> store.delivered(state, head, broken, List.of(message("B")), NOW));
    assertThatException()
        .isThrownBy(() -> store.park(state, head, "no", broken, List.of(message("B")), NOW));
    assertThatException().isThrownBy(() -> store.note(state, broken, List.of(message("B")), NOW));

    assertThat(store.find(CP1)).contains(state);
    assertThat(store.deadLetters(CP1).kept()).isEmpty();
    assertThat(drain(CP1)).containsExactly("A");
  }

  private List<String> drain(ChargerId charger) {
    List<String> actions = new ArrayList<>();
    while (store.head(charger).isPresent()) {
      Queued head = store.head(charger).orElseThrow();
      actions.add(head.message().action());
      store.delivered(store.find(charger).orElseThrow(), head, List.of(), List.of(), NOW);
    }
    return actions;
  }

  private static ChargerState fresh(ChargerId id) {
    return ChargerState.fresh(id, SoapVersion.V16, 0);
  }

  private static Message message(String action) {
    return Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
  }
}
