package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What cannot be delivered is answered, kept, and shown to the operator. */
class DeadLetterTest {

  @Test
  void a_stop_that_belongs_to_no_transaction_is_answered_and_shown_with_its_meter_value() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();

      assertThat(charger.stop(4711, "TAG", 12_345).fault()).isFalse();

      JsonNode letters = stage.status("CP-1").path("deadLetters");
      assertThat(letters).hasSize(1);
      assertThat(letters.path(0).path("action").asText()).isEqualTo("StopTransaction");
      assertThat(letters.path(0).path("reason").asText()).contains("4711");
      assertThat(letters.path(0).path("payload").asText()).contains("12345");
      assertThat(stage.admin("/api/v1/dead-letters?charger=CP-1"))
          .contains("names transaction 4711");
      assertThat(stage.csms().calls("StopTransaction")).isEmpty();
    }
  }

  @Test
  void a_start_that_is_answered_oddly_is_sent_once_and_its_stop_goes_with_minus_one() {
    try (Stage stage = Stage.with(Csms.start(), "retry: {attempts: 5, interval: 100ms}")) {
      stage.csms().on("StartTransaction", payload -> "[]");
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      charger.stop(transaction, "TAG", 5);

      assertThat(stage.csms().awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(-1);
      assertThat(stage.csms().calls("StartTransaction")).hasSize(1);
      assertThat(stage.status("CP-1").path("deadLetters")).hasSize(1);
      assertThat(stage.csms().deviations()).isEmpty();
    }
  }
}
