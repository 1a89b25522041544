package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a bridge that is started again knows of what was before. */
class RestartTest {

  @Test
  void what_the_csms_has_not_got_is_delivered_in_order_after_a_restart() {
    try (Stage stage = Stage.with(Csms.away())) {
      Soap before = stage.charger("CP-1");
      int transaction = before.start(1, "TAG", 0).number("transactionId");
      before.stop(transaction, "", 5);
      assertThat(stage.status("CP-1").path("waiting").asInt()).isGreaterThanOrEqualTo(2);

      stage.restart();
      stage.csms().comeBack();

      stage.csms().awaitOne("StopTransaction");
      stage.awaitNothingWaits("CP-1");
      assertThat(stage.csms().actions()).containsSubsequence("StartTransaction", "StopTransaction");
      assertThat(stage.csms().calls("StartTransaction")).hasSize(1);
    }
  }
}
