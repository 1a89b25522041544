package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static Stage stage(Csms csms, String protocol) {
    String target = "url: " + csms.url() + "\n    protocol: " + protocol;
    return new Stage(csms, Stage.QUICK.replace("url: URL", target));
  }

  /** The answer to Authorize in either version. */
  private static String info(JsonNode authorize) {
    boolean tag = authorize.has("idTag");
    String token =
        tag ? authorize.path("idTag").asText() : authorize.at("/idToken/idToken").asText();
    String status = token.equals("BAD") ? "Blocked" : "Accepted";
    return "{\"%s\":{\"status\":\"%s\"}}".formatted(tag ? "idTagInfo" : "idTokenInfo", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void what_the_csms_said_of_tokens_is_known_after_a_restart_while_it_is_away(String protocol) {
    try (Stage stage = stage(Csms.start().on("Authorize", RestartTest::info), protocol)) {
      Soap before = stage.charger("CP-1");
      before.boot();
      assertThat(before.authorize("GOOD").value("status")).isEqualTo("Accepted");
      assertThat(before.authorize("BAD").value("status")).isEqualTo("Blocked");

      stage.csms().goAway();
      stage.restart();
      Soap charger = stage.charger("CP-1");

      assertThat(charger.authorize("GOOD").value("status")).isEqualTo("Accepted");
      assertThat(charger.authorize("BAD").value("status")).isEqualTo("Blocked");
      assertThat(charger.authorize("NEVER-SEEN").fault()).isTrue();
    }
  }

  /** The charger says nothing after the restart. */
  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void what_was_to_be_done_at_a_time_is_done_after_a_restart(String protocol) {
    Csms csms = Csms.start().on("BootNotification", p -> Csms.boot("Pending", 3));
    try (Stage stage = stage(csms, protocol)) {
      assertThat(stage.charger("CP-1").boot().value("status")).isEqualTo("Pending");
      stage.restart();
      csms.on("BootNotification", p -> Csms.boot("Accepted", 60));
      csms.await("BootNotification", 2);
      stage.awaitRegistered("CP-1");
      assertThat(csms.calls("BootNotification")).hasSize(2);
    }
  }
}
