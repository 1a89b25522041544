package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A silent charger is offline for the CSMS, and loses nothing by it. */
class PresenceTest {
  private static final String SECONDS =
      "presence: {minimum: 1s, intervals: 1}\nheartbeat: {min: 1s, max: 1s}";

  @Test
  void a_silent_charger_s_link_closes_and_opens_with_its_next_request_without_another_boot() {
    try (Stage stage = Stage.with(Csms.start(), SECONDS)) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      csms.awaitConnected("CP-1");
      csms.awaitGone("CP-1");
      assertThat(stage.status("CP-1").path("link").asText()).isEqualTo("CLOSED");
      assertThat(csms.server().closeCodes()).containsExactly(1000);

      assertThat(charger.authorize("TAG").value("status")).isEqualTo("Accepted");
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      csms.awaitGone("CP-1");
      charger.stop(transaction, "TAG", 5);

      assertThat(csms.awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(Csms.FIRST_TRANSACTION);
      assertThat(csms.actions())
          .containsExactly("BootNotification", "Authorize", "StartTransaction", "StopTransaction");
    }
  }

  @Test
  void the_transaction_of_a_charger_that_fell_silent_is_still_delivered_when_the_csms_is_back() {
    try (Stage stage = Stage.with(Csms.start(), SECONDS)) {
      Csms csms = stage.csms();
      Soap gone = stage.charger("CP-1");
      Soap idle = stage.charger("CP-2");
      gone.boot();
      idle.boot();
      csms.goAway();
      stage.awaitLink("CP-1", "BACK_OFF");
      int transaction = gone.start(1, "TAG", 0).number("transactionId");
      gone.stop(transaction, "TAG", 5);
      gone.status(1, "Finishing");
      stage.awaitLink("CP-2", "CLOSED");

      csms.comeBack();

      csms.awaitOne("StopTransaction");
      csms.awaitOne("StatusNotification");
      csms.awaitGone("CP-1");
      stage.awaitLink("CP-1", "CLOSED");
      assertThat(csms.calls("StopTransaction")).hasSize(1);
    }
  }

  @Test
  void a_charger_that_speaks_keeps_its_link() {
    try (Stage stage = Stage.with(Csms.start(), SECONDS)) {
      Soap silent = stage.charger("CP-1");
      Soap talking = stage.charger("CP-2");
      silent.boot();
      talking.boot();

      Eventually.is(
          "the silent one's link closed",
          () -> {
            talking.heartbeat();
            return stage.status("CP-1").path("link").asText().equals("CLOSED");
          });

      assertThat(stage.status("CP-2").path("link").asText()).isEqualTo("UP");
      assertThat(stage.csms().server().requests()).hasSize(2);
    }
  }
}
