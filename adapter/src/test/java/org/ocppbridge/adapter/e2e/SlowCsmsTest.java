package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** A CSMS that answers late, or refuses. */
class SlowCsmsTest {

  @Test
  void a_start_answered_late_is_answered_by_the_bridge_and_the_late_answer_is_used() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {start: 300ms, stop: 300ms}")) {
      Csms csms = stage.csms().hold("StartTransaction");
      Soap charger = stage.charger("CP-1");
      charger.boot();

      Soap.Answer start = charger.start(1, "TAG", 0);
      assertThat(start.value("status")).isEqualTo("Accepted");
      assertThat(charger.stop(start.number("transactionId"), "TAG", 10).status()).isEqualTo(200);
      assertThat(csms.calls("StopTransaction")).isEmpty();

      csms.release("StartTransaction");
      assertThat(csms.awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(Csms.FIRST_TRANSACTION);
      assertThat(csms.calls("StartTransaction")).hasSize(1);
    }
  }

  @Test
  void a_tag_refused_late_makes_the_bridge_stop_the_transaction_at_the_charger() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {start: 300ms}")) {
      Csms csms =
          stage
              .csms()
              .hold("StartTransaction")
              .on("StartTransaction", p -> Csms.started(7, "Blocked"));
      Endpoint endpoint = stage.endpoint(SoapVersion.V15);
      Soap charger = stage.charger(SoapVersion.V15, "CP-1", endpoint);
      charger.boot();
      Soap.Answer start = charger.start(1, "TAG", 0);
      assertThat(start.value("status")).isEqualTo("Accepted");

      csms.release("StartTransaction");

      assertThat(endpoint.awaitOne("RemoteStopTransaction").value("transactionId"))
          .isEqualTo(start.value("transactionId"));
      charger.stop(start.number("transactionId"), "", 10);
      assertThat(csms.awaitOne("StopTransaction").payload().path("reason").asText())
          .isEqualTo("DeAuthorized");
    }
  }

  @Test
  void row_09_a_start_refused_five_times_is_parked_and_what_follows_names_transaction_minus_one() {
    String retry = "retry: {attempts: 5, interval: 50ms}";
    try (Stage stage = Stage.with(Csms.start(), retry, "wait: {start: 300ms, stop: 300ms}")) {
      Csms csms = stage.csms().on("StartTransaction", p -> Csms.error("InternalError"));
      Soap charger = stage.charger("CP-1");
      charger.boot();

      Soap.Answer start = charger.start(1, "TAG", 0);
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(charger.meter(1, transaction, 5).status()).isEqualTo(200);
      assertThat(charger.stop(transaction, "TAG", 10).status()).isEqualTo(200);

      Csms.Call stop = csms.awaitOne("StopTransaction");
      assertThat(stop.payload().path("transactionId").asInt()).isEqualTo(-1);
      assertThat(csms.calls("StartTransaction")).hasSize(5);
      assertThat(csms.awaitOne("MeterValues").payload().path("transactionId").asInt())
          .isEqualTo(-1);
      stage.awaitNothingWaits("CP-1");
    }
  }

  @Test
  void while_a_start_waits_for_its_next_try_other_messages_overtake_it() {
    try (Stage stage = Stage.with(Csms.start(), "retry: {attempts: 5, interval: 1h}")) {
      Csms csms = stage.csms().on("StartTransaction", p -> Csms.error("InternalError"));
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      charger.meter(1, transaction, 5);

      charger.status(1, "Charging");
      assertThat(charger.authorize("OTHER").value("status")).isEqualTo("Accepted");

      assertThat(csms.actions())
          .isEqualTo(
              List.of("BootNotification", "StartTransaction", "StatusNotification", "Authorize"));
    }
  }
}
