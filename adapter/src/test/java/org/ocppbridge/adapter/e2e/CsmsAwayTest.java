package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Transactions while the CSMS is away, or goes away in the middle of a call. */
class CsmsAwayTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  @Test
  void a_session_while_the_csms_is_away_is_answered_at_once_and_delivered_once_and_in_order() {
    try (Stage stage = Stage.with(Csms.away())) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.heartbeat();
      stage.awaitLink("CP-1", "BACK_OFF");

      long begin = System.nanoTime();
      assertThat(charger.boot().value("status")).isEqualTo("Rejected");
      Soap.Answer start = charger.start(1, "TAG", 1000);
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(charger.meter(1, transaction, 1500).status()).isEqualTo(200);
      assertThat(charger.stop(transaction, "TAG", 2000).status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);

      csms.comeBack();
      csms.await("StopTransaction", 1);
      assertThat(csms.actions())
          .containsExactly(
              "BootNotification", "StartTransaction", "MeterValues", "StopTransaction");
      assertThat(csms.awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(Csms.FIRST_TRANSACTION);
      assertThat(csms.deviations()).isEmpty();
      stage.awaitNothingWaits("CP-1");
    }
  }

  @Test
  void sessions_begun_before_the_csms_went_away_end_with_the_ids_it_gave() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int one = charger.start(1, "TAG", 0).number("transactionId");
      int two = charger.start(2, "TAG", 0).number("transactionId");

      csms.goAway();
      stage.awaitLink("CP-1", "BACK_OFF");
      assertThat(charger.stop(two, "TAG", 10).status()).isEqualTo(200);
      assertThat(charger.stop(one, "TAG", 10).status()).isEqualTo(200);
      int three = charger.start(1, "TAG", 10).number("transactionId");
      assertThat(charger.stop(three, "TAG", 20).status()).isEqualTo(200);
      csms.comeBack();

      List<Integer> stopped =
          csms.await("StopTransaction", 3).stream()
              .map(call -> call.payload().path("transactionId").asInt())
              .toList();
      int first = Csms.FIRST_TRANSACTION;
      assertThat(stopped).containsExactly(first + 1, first, first + 2);
      assertThat(csms.actions())
          .endsWith("StopTransaction", "StopTransaction", "StartTransaction", "StopTransaction");
    }
  }

  @Test
  void row_08_a_start_under_way_when_the_link_drops_is_sent_again_under_another_message_id() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {start: 300ms}")) {
      Csms csms = stage.csms().hold("StartTransaction");
      Soap charger = stage.charger("CP-1");
      charger.boot();
      Soap.Answer start = charger.start(1, "TAG", 0);
      assertThat(start.value("status")).isEqualTo("Accepted");
      Csms.Call lost = csms.awaitOne("StartTransaction");

      csms.server().drop("CP-1");
      Csms.Call again = csms.await("StartTransaction", 2).getLast();
      csms.server().send("CP-1", result(lost, 111));
      csms.server().send("CP-1", result(again, 222));
      charger.stop(start.number("transactionId"), "TAG", 10);

      assertThat(again.id()).isNotEqualTo(lost.id());
      assertThat(again.payload()).isEqualTo(lost.payload());
      assertThat(csms.awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(222);
      assertThat(csms.calls("StartTransaction")).hasSize(2);
    }
  }

  @Test
  void whatever_is_under_way_on_many_links_that_drop_is_sent_again_without_waiting_for_a_retry() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {start: 0s}")) {
      Csms csms = stage.csms().hold("StartTransaction");
      List<Soap> chargers =
          IntStream.rangeClosed(1, 20).mapToObj(n -> stage.charger("CP-" + n)).toList();
      chargers.forEach(Soap::boot);
      chargers.forEach(charger -> charger.start(1, "TAG", 0));

      for (int round = 1; round <= 5; round++) {
        csms.await("StartTransaction", round * chargers.size());
        chargers.forEach(charger -> csms.server().drop(charger.id()));
      }
      csms.await("StartTransaction", 6 * chargers.size());
      csms.release("StartTransaction");

      chargers.forEach(charger -> stage.awaitNothingWaits(charger.id()));
    }
  }

  private static String result(Csms.Call call, int transaction) {
    return "[3,\"" + call.id() + "\"," + Csms.started(transaction, "Accepted") + "]";
  }
}
