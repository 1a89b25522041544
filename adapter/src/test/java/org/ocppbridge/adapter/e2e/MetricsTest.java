package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** What a monitoring system reads of a bridge at work. */
class MetricsTest {

  @Test
  void a_session_can_be_followed_in_the_metrics() {
    try (Stage stage = Stage.quick()) {
      Endpoint endpoint = stage.endpoint(SoapVersion.V16);
      Soap charger = stage.charger(SoapVersion.V16, "CP-1", endpoint);
      charger.boot();
      charger.authorize("TAG");
      int transaction = charger.start(1, "TAG", 1000).number("transactionId");
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      charger.stop(transaction, "TAG", 2000);

      String metrics = stage.admin("/metrics");

      assertThat(metrics)
          .contains(
              "ocppbridge_exchanges_total{csms=\"ocpp1.6\",direction=\"from_charger\","
                  + "operation=\"StartTransaction\",outcome=\"answered\",soap=\"1.6\"} 1.0")
          .contains(
              "ocppbridge_exchanges_total{csms=\"ocpp1.6\",direction=\"from_csms\","
                  + "operation=\"Reset\",outcome=\"answered\",soap=\"1.6\"} 1.0")
          .contains("ocppbridge_callbacks_total{operation=\"Reset\",outcome=\"answered\"} 1.0")
          .contains("ocppbridge_csms_calls_total{operation=\"Authorize\",outcome=\"result\"} 1.0")
          .contains("ocppbridge_stage_seconds_bucket{stage=\"soap_read\",le=\"0.001\"}")
          .contains("ocppbridge_stage_seconds_count{stage=\"store\"}")
          .contains("ocppbridge_links{state=\"up\",target=\"main\"} 1.0")
          .contains("ocppbridge_store_trouble 0.0")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("CP-1")
          .doesNotContain("TAG");
    }
  }

  @Test
  void operations_that_do_not_exist_make_no_new_series() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      stage.csms().ask("CP-1", "Foo", "{}");
      stage.csms().ask("CP-1", "Bar", "{}");

      assertThat(stage.admin("/metrics"))
          .contains("operation=\"other\",outcome=\"error\"")
          .doesNotContain("Foo")
          .doesNotContain("Bar");
    }
  }
}
