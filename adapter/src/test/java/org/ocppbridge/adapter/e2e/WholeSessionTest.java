package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.SoapVersion;

/** A charger of each version and a 1.6J CSMS, from boot to the end of a transaction. */
class WholeSessionTest {

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void a_session_reaches_the_csms_in_order_and_its_answers_reach_the_charger(SoapVersion version) {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap charger = stage.charger(version, "CP-1");

      Soap.Answer boot = charger.boot();
      assertThat(boot.value("status")).isEqualTo("Accepted");
      assertThat(boot.xml()).contains(">60<");
      assertThat(charger.status(1, "Available").status()).isEqualTo(200);
      assertThat(charger.authorize("TAG").value("status")).isEqualTo("Accepted");
      Soap.Answer start = charger.start(1, "TAG", 1000);
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(charger.meter(1, transaction, 1500).status()).isEqualTo(200);
      assertThat(charger.stop(transaction, "TAG", 2000).status()).isEqualTo(200);
      assertThat(charger.heartbeat().value("currentTime")).startsWith("2026-03-01T12:00:00");
      if (version != SoapVersion.V12) {
        String data = Soap.field("vendorId", "org.example") + Soap.field("data", "x");
        assertThat(charger.ask("DataTransfer", data).value("status")).isEqualTo("Accepted");
      }

      assertThat(csms.actions()).isEqualTo(actions(version));
      assertThat(csms.awaitOne("MeterValues").payload().path("transactionId").asInt())
          .isEqualTo(Csms.FIRST_TRANSACTION);
      assertThat(csms.awaitOne("StopTransaction").payload().path("transactionId").asInt())
          .isEqualTo(Csms.FIRST_TRANSACTION);
      assertThat(csms.deviations()).isEmpty();
      assertThat(stage.status("CP-1").path("sessions")).isEmpty();
    }
  }

  private static List<String> actions(SoapVersion version) {
    List<String> actions =
        new ArrayList<>(
            List.of(
                "BootNotification",
                "StatusNotification",
                "Authorize",
                "StartTransaction",
                "MeterValues",
                "StopTransaction",
                "Heartbeat"));
    if (version != SoapVersion.V12) {
      actions.add("DataTransfer");
    }
    return actions;
  }
}
