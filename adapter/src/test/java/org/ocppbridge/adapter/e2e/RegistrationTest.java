package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.SoapVersion;

/** BootNotification, of the charger and of the bridge, and what waits for its answer. */
class RegistrationTest {

  @Test
  void a_pending_charger_s_transaction_waits_until_the_csms_accepts_the_boot_sent_again() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().on("BootNotification", p -> Csms.boot("Pending", 1));
      Soap charger = stage.charger("CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Pending");
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      charger.stop(transaction, "TAG", 5);
      csms.await("BootNotification", 2);
      assertThat(csms.actions()).containsOnly("BootNotification");

      csms.on("BootNotification", p -> Csms.boot("Accepted", 60));
      csms.awaitOne("StopTransaction");
      int boots = csms.calls("BootNotification").size();

      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      assertThat(csms.calls("BootNotification")).hasSize(boots);
      assertThat(csms.actions()).endsWith("StartTransaction", "StopTransaction");
    }
  }

  @Test
  void a_rejected_charger_that_boots_too_early_is_told_the_time_left_and_the_csms_not_asked() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().on("BootNotification", p -> Csms.boot("Rejected", 200));
      Soap charger = stage.charger(SoapVersion.V15, "CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Rejected");

      Soap.Answer early = charger.boot("1.1");

      assertThat(early.value("status")).isEqualTo("Rejected");
      assertThat(early.number("heartbeatInterval")).isBetween(100, 200);
      assertThat(csms.actions()).containsExactly("BootNotification");
    }
  }

  @Test
  void the_bridge_boots_for_a_charger_that_never_did_and_only_then_sends_what_it_said() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().hold("BootNotification");
      Soap charger = stage.charger("CP-1");
      charger.status(1, "Available");
      CompletableFuture<Soap.Answer> authorize =
          charger.later("Authorize", Soap.field("idTag", "TAG"));
      Csms.Call boot = csms.awaitOne("BootNotification");
      assertThat(boot.payload().path("chargePointVendor").asText()).isEqualTo("Unknown");
      assertThat(csms.actions()).containsExactly("BootNotification");

      csms.release("BootNotification");

      assertThat(authorize.join().value("status")).isEqualTo("Accepted");
      assertThat(csms.actions())
          .containsExactly("BootNotification", "StatusNotification", "Authorize");
    }
  }

  @Test
  void of_the_boots_made_while_the_csms_is_away_the_last_is_sent_first_and_alone() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot("1.0");
      csms.goAway();
      stage.awaitLink("CP-1", "BACK_OFF");

      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      assertThat(charger.boot("2.0").value("status")).isEqualTo("Accepted");
      charger.status(1, "Charging");
      assertThat(charger.boot("3.0").value("status")).isEqualTo("Accepted");
      charger.stop(transaction, "TAG", 5);
      csms.comeBack();
      csms.awaitOne("StopTransaction");

      assertThat(csms.calls("BootNotification"))
          .extracting(call -> call.payload().path("firmwareVersion").asText())
          .containsExactly("1.0", "3.0");
      assertThat(csms.actions())
          .containsExactly(
              "BootNotification",
              "BootNotification",
              "StatusNotification",
              "StartTransaction",
              "StopTransaction");
    }
  }

  @Test
  void no_boot_is_sent_when_a_link_comes_back_that_was_only_lost() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      csms.server().drop("CP-1");
      csms.awaitReconnected("CP-1", 2);

      charger.status(1, "Available");
      csms.awaitOne("StatusNotification");
      assertThat(csms.actions()).containsExactly("BootNotification", "StatusNotification");
    }
  }

  @Test
  void a_csms_may_ask_the_charger_before_it_answers_the_boot() throws Exception {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().hold("BootNotification");
      Endpoint endpoint =
          stage
              .endpoint(SoapVersion.V16)
              .answer(
                  "GetConfiguration",
                  "<configurationKey><key>Brand</key><readonly>true</readonly><value>x</value>"
                      + "</configurationKey>");
      Soap charger = stage.charger(SoapVersion.V16, "CP-1", endpoint);
      CompletableFuture<Soap.Answer> boot =
          charger.later("BootNotification", Soap.bootFields("1.0"));
      csms.awaitOne("BootNotification");

      JsonNode answer = csms.ask("CP-1", "GetConfiguration", "{\"key\":[\"Brand\"]}");
      assertThat(answer.path(2).path("configurationKey").path(0).path("value").asText())
          .isEqualTo("x");
      csms.release("BootNotification");

      assertThat(boot.get(20, TimeUnit.SECONDS).value("status")).isEqualTo("Accepted");
    }
  }

  @Test
  void a_boot_the_csms_was_slow_to_accept_is_accepted_when_the_charger_boots_again() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {boot: 300ms}")) {
      Csms csms = stage.csms().hold("BootNotification");
      Soap charger = stage.charger("CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Rejected");

      csms.release("BootNotification");
      stage.awaitRegistered("CP-1");

      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      assertThat(csms.actions()).containsExactly("BootNotification");
    }
  }

  private static Stage patient(Csms csms, String protocol, String callTimeout) {
    String target =
        "url: %s\n    callTimeout: %s\n    protocol: %s"
            .formatted(csms.url(), callTimeout, protocol);
    return new Stage(csms, Stage.QUICK.replace("url: URL", target) + "wait: {boot: 5s}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void a_boot_that_was_never_answered_is_sent_again_as_soon_as_the_link_is_renewed(
      String protocol) {
    try (Stage stage = patient(Csms.start().hold("BootNotification"), protocol, "300ms")) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Rejected");
      long begin = System.nanoTime();
      csms.server().drop("CP-1");
      csms.await("BootNotification", 2);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));

      csms.server().drop("CP-1");
      csms.await("BootNotification", 3);
      csms.release("BootNotification");
      stage.awaitRegistered("CP-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void a_boot_that_was_lost_with_its_link_is_sent_again_once(String protocol) {
    try (Stage stage = patient(Csms.start().hold("BootNotification"), protocol, "30s")) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      CompletableFuture<Soap.Answer> boot =
          charger.later("BootNotification", Soap.bootFields("1.0"));
      csms.awaitOne("BootNotification");
      csms.server().drop("CP-1");
      csms.await("BootNotification", 2);
      csms.release("BootNotification");
      boot.join();
      stage.awaitRegistered("CP-1");
      charger.heartbeat();
      assertThat(csms.calls("BootNotification")).hasSize(2);
    }
  }
}
