package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** The messageTimeout that a 2.0.1 CSMS sets for a connection (SetNetworkProfile, B09). */
class NetworkProfileTimeoutTest {
  private static final String SETTINGS =
      Stage.QUICK.replace("url: URL", "url: URL\n    protocol: ocpp2.0.1\n    callTimeout: 10m")
          + "wait: {start: 300ms}\nretry: {interval: 100ms}\nheartbeat: {min: 1s}\n";

  @Test
  void answers_over_the_connection_it_was_set_for_are_waited_for_so_long() {
    Csms csms = Csms.start().on("Reset", p -> "{\"status\":\"Accepted\"}");
    try (Stage stage = new Stage(csms, SETTINGS.replace("URL", csms.url()))) {
      Soap charger = stage.charger(SoapVersion.V16, "CP-1", stage.endpoint(SoapVersion.V16));
      charger.boot();
      accepted(csms, "SetNetworkProfile", profile(csms.url()), "/status");
      accepted(
          csms,
          "SetVariables",
          """
          {"setVariableData":[{"attributeValue":"1","component":{"name":"OCPPCommCtrlr"},
           "variable":{"name":"NetworkConfigurationPriority"}}]}
          """,
          "/setVariableResult/0/attributeStatus");
      accepted(csms, "Reset", "{\"type\":\"Immediate\"}", "/status");
      charger.boot();
      csms.awaitReconnected("CP-1", 2);
      csms.await("BootNotification", 2);
      stage.awaitRegistered("CP-1");
      csms.hold("TransactionEvent");

      charger.start(1, "TAG", 0);
      long begin = System.nanoTime();
      csms.await("TransactionEvent", 2);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
      assertThat(csms.server().requests()).hasSize(2);
      csms.release("TransactionEvent");
    }
  }

  private static String profile(String url) {
    return """
    {"configurationSlot":1,"connectionData":{"ocppVersion":"OCPP20","ocppTransport":"JSON",
     "ocppCsmsUrl":"%s","messageTimeout":1,"securityProfile":0,"ocppInterface":"Wired0"}}
    """
        .formatted(url);
  }

  private static void accepted(Csms csms, String action, String payload, String where) {
    JsonNode answer = csms.awaitAnswer(csms.send("CP-1", action, payload));
    assertThat(answer.path(2).at(where).asText()).as(answer.toString()).isEqualTo("Accepted");
  }
}
