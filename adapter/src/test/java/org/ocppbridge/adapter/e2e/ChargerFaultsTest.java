package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** What chargers do wrong, also across a restart of the bridge. */
class ChargerFaultsTest {

  @Test
  void row_14_repetitions_on_two_connections_at_once_after_a_restart_get_the_stored_answers() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().on("StopTransaction", p -> Csms.idTag("Expired"));
      Soap before = stage.charger("CP-1");
      before.boot();
      int transaction = before.start(1, "TAG", 100).number("transactionId");
      before.meter(1, transaction, 150);
      assertThat(before.stop(transaction, "TAG", 200).value("status")).isEqualTo("Expired");
      stage.awaitNothingWaits("CP-1");

      stage.restart();
      Soap after = stage.charger("CP-1");
      List<CompletableFuture<Soap.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        answers.add(after.later("StartTransaction", Soap.startFields(1, "TAG", 100)));
        answers.add(after.later("MeterValues", after.meterFields(1, transaction, 150)));
        answers.add(after.later("StopTransaction", Soap.stopFields(transaction, "TAG", 200)));
      }

      assertThat(answers).allMatch(answer -> answer.join().status() == 200);
      assertThat(Stream.of(0, 3).map(i -> answers.get(i).join().number("transactionId")))
          .containsOnly(transaction);
      assertThat(Stream.of(2, 5).map(i -> answers.get(i).join().value("status")))
          .containsOnly("Expired");
      after.heartbeat();
      assertThat(csms.actions())
          .containsExactly(
              "BootNotification",
              "StartTransaction",
              "MeterValues",
              "StopTransaction",
              "Heartbeat");
    }
  }

  @Test
  void row_15_after_its_clock_was_reset_a_start_with_another_meter_is_another_transaction() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int first = charger.start(1, "TAG", 100).number("transactionId");
      charger.stop(first, "TAG", 200);
      int second = charger.start(1, "TAG", 200).number("transactionId");
      int other = charger.start(2, "TAG", 200).number("transactionId");
      stage.restart();
      Soap again = stage.charger("CP-1");

      assertThat(List.of(first, second, other)).doesNotHaveDuplicates();
      assertThat(again.start(1, "TAG", 100).number("transactionId")).isEqualTo(first);
      assertThat(again.start(1, "TAG", 200).number("transactionId")).isEqualTo(second);
      assertThat(again.start(2, "TAG", 200).number("transactionId")).isEqualTo(other);
      assertThat(stage.csms().await("StartTransaction", 3)).hasSize(3);
    }
  }

  @Test
  void row_16_minus_one_zero_and_unknown_ids_are_matched_only_if_that_is_certain() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap before = stage.charger("CP-1");
      before.boot();
      before.start(1, "TAG", 100);
      stage.restart();
      Soap charger = stage.charger("CP-1");

      assertThat(charger.stop(-1, "TAG", 200).status()).isEqualTo(200);
      assertThat(stopped(csms, 1)).containsExactly(Csms.FIRST_TRANSACTION);

      charger.start(1, "ONE", 300);
      charger.start(2, "TWO", 300);
      stage.restart();
      Soap later = stage.charger("CP-1");
      assertThat(later.stop(0, "", 400).status()).as("one of two").isEqualTo(200);
      assertThat(stage.status("CP-1").path("deadLetters")).hasSize(1);
      assertThat(later.stop(4711, "TWO", 401).status()).isEqualTo(200);
      assertThat(later.stop(-1, "", 402).status()).isEqualTo(200);

      int first = Csms.FIRST_TRANSACTION;
      assertThat(stopped(csms, 3)).containsExactly(first, first + 2, first + 1);
    }
  }

  private static List<Integer> stopped(Csms csms, int count) {
    return csms.await("StopTransaction", count).stream()
        .map(call -> call.payload().path("transactionId").asInt())
        .toList();
  }

  /** A reading every 5 minutes; there is room for a third of them. */
  @Test
  void row_30_of_a_day_without_csms_readings_are_thinned_but_never_the_first_or_last() {
    int readings = 288;
    Csms csms = Csms.away();
    String settings = Stage.QUICK.replace("URL", csms.url()) + "limits: {outbox: 100}\n";
    try (Stage stage = new Stage(csms, settings)) {
      Soap charger = stage.charger(SoapVersion.V15, "CP-1");
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      Instant begin = Instant.parse(Soap.STARTED);
      for (int i = 1; i <= readings; i++) {
        String at = begin.plusSeconds(300L * i).toString();
        assertThat(
                charger
                    .ask("MeterValues", charger.meterFields(1, transaction, i * 10L, at))
                    .status())
            .isEqualTo(200);
      }
      assertThat(charger.stop(transaction, "TAG", 10 * readings + 10).status()).isEqualTo(200);
      assertThat(stage.status("CP-1").path("waiting").asInt()).isBetween(50, 100);

      csms.comeBack();
      csms.awaitOne("StopTransaction");
      stage.awaitNothingWaits("CP-1");

      List<Integer> delivered =
          csms.calls("MeterValues").stream().map(call -> reading(call.payload())).toList();
      assertThat(delivered).isSorted().doesNotHaveDuplicates().hasSizeBetween(48, 98);
      assertThat(delivered).startsWith(10).endsWith(10 * readings);
      assertThat(csms.actions())
          .containsSubsequence("StartTransaction", "MeterValues", "StopTransaction");
      assertThat(IntStream.of(10, 10 * readings).boxed().toList()).isSubsetOf(delivered);
    }
  }

  private static int reading(JsonNode meterValues) {
    return meterValues.at("/meterValue/0/sampledValue/0/value").asInt();
  }
}
