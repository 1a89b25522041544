package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.SoapVersion;

/** Commands of the CSMS to a charger, and all that can go wrong with them. */
class CommandTest {
  private static final String QUICK = "wait: {command: 1s, connect: 500ms}";
  private static final String GET = "{\"key\":[\"Brand\"]}";

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void commands_reach_a_charger_of_each_version_and_its_answers_the_csms(SoapVersion version) {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      boolean unlocked = version == SoapVersion.V16;
      Endpoint endpoint =
          stage
              .endpoint(version)
              .answer("GetDiagnostics", Soap.field("fileName", "log.zip"))
              .answer("UpdateFirmware", "")
              .answer("UnlockConnector", Soap.field("status", unlocked ? "Unlocked" : "Accepted"));
      Soap charger = stage.charger(version, "CP-1", endpoint);
      charger.boot();

      assertStatus("Accepted", csms.ask("CP-1", "RemoteStartTransaction", "{\"idTag\":\"TAG\"}"));
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      String stop = "{\"transactionId\":" + Csms.FIRST_TRANSACTION + "}";
      assertStatus("Accepted", csms.ask("CP-1", "RemoteStopTransaction", stop));
      assertThat(endpoint.awaitOne("RemoteStopTransaction").value("transactionId"))
          .isEqualTo(Integer.toString(transaction));
      assertStatus("Unlocked", csms.ask("CP-1", "UnlockConnector", "{\"connectorId\":1}"));
      assertStatus("Accepted", csms.ask("CP-1", "Reset", "{\"type\":\"Soft\"}"));
      assertStatus("Accepted", csms.ask("CP-1", "ClearCache", "{}"));
      String off = "{\"connectorId\":1,\"type\":\"Inoperative\"}";
      assertStatus("Accepted", csms.ask("CP-1", "ChangeAvailability", off));
      JsonNode log = csms.ask("CP-1", "GetDiagnostics", "{\"location\":\"ftp://127.0.0.1/x\"}");
      assertThat(log.path(2).path("fileName").asText()).isEqualTo("log.zip");
      String update =
          "{\"location\":\"http://127.0.0.1/f\",\"retrieveDate\":\"2026-03-01T10:00:00Z\"}";
      assertThat(csms.ask("CP-1", "UpdateFirmware", update).path(0).asInt()).isEqualTo(3);

      assertThat(endpoint.commands()).hasSize(8);
    }
  }

  @Test
  void a_charger_that_never_said_where_it_can_be_called_is_not_called() {
    try (Stage stage = Stage.with(Csms.start(), QUICK)) {
      Csms csms = stage.csms();
      stage.charger("CP-1").boot();

      assertStatus("Rejected", csms.ask("CP-1", "Reset", "{\"type\":\"Hard\"}"));
      assertInternalError(
          csms.ask("CP-1", "GetConfiguration", GET), "CP-1", "no address is configured");
    }
  }

  @Test
  void a_charger_that_refuses_the_connection_gets_its_own_clear_error() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    try (Stage stage = Stage.with(Csms.start(), QUICK)) {
      Csms csms = stage.csms();
      String from = "http://127.0.0.1:" + nobody + "/";
      new Soap(stage.bridge().soapAddress(), SoapVersion.V16, "CP-1", from).boot();

      assertStatus("Rejected", csms.ask("CP-1", "Reset", "{\"type\":\"Hard\"}"));
      assertInternalError(csms.ask("CP-1", "GetConfiguration", GET), "CP-1", "127.0.0.1:" + nobody);
    }
  }

  @Test
  void a_charger_that_hears_but_does_not_answer_costs_the_deadline_and_is_asked_once() {
    try (Stage stage = Stage.with(Csms.start(), QUICK)) {
      Csms csms = stage.csms();
      Endpoint endpoint = stage.endpoint(SoapVersion.V16);
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      endpoint.goSilent();

      assertInternalError(csms.ask("CP-1", "GetConfiguration", GET), "CP-1", "within");
      assertStatus("UnlockFailed", csms.ask("CP-1", "UnlockConnector", "{\"connectorId\":1}"));

      assertThat(endpoint.commands("GetConfiguration")).hasSize(1);
      assertThat(endpoint.commands("UnlockConnector")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Receiver, InternalError, InternalError",
    "Receiver, NotSupported, NotSupported",
    "Sender, ProtocolError, InternalError"
  })
  void a_fault_of_the_charger_is_a_callerror(String code, String subcode, String callError) {
    try (Stage stage = Stage.with(Csms.start(), QUICK)) {
      Csms csms = stage.csms();
      Endpoint endpoint = stage.endpoint(SoapVersion.V16);
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      endpoint.answerFault(code, subcode);

      JsonNode answer = csms.ask("CP-1", "GetConfiguration", GET);

      assertThat(answer.path(0).asInt()).isEqualTo(4);
      assertThat(answer.path(2).asText()).isEqualTo(callError);
      assertThat(endpoint.commands()).hasSize(1);
    }
  }

  @Test
  void a_page_of_html_in_place_of_an_answer_is_named_as_such() {
    try (Stage stage = Stage.with(Csms.start(), QUICK)) {
      Csms csms = stage.csms();
      Endpoint endpoint = stage.endpoint(SoapVersion.V16);
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();

      endpoint.answerRaw(200, "text/html", "<html><body>Sign in</body></html>");
      assertInternalError(csms.ask("CP-1", "GetConfiguration", GET), "CP-1", "html");
      endpoint.answerRaw(502, "text/html", "<html>Bad gateway</html>");
      assertInternalError(csms.ask("CP-1", "GetConfiguration", GET), "CP-1", "502");
      assertThat(endpoint.commands()).hasSize(2);
    }
  }

  @Test
  void two_commands_at_once_are_carried_out_one_after_the_other() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Endpoint endpoint = stage.endpoint(SoapVersion.V16);
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      endpoint.goSilent();
      String first = csms.send("CP-1", "Reset", "{\"type\":\"Soft\"}");
      String second = csms.send("CP-1", "ClearCache", "{}");
      endpoint.awaitOne("Reset");
      assertThat(endpoint.commands()).hasSize(1);

      endpoint.speak();

      assertStatus("Accepted", csms.awaitAnswer(first));
      assertStatus("Accepted", csms.awaitAnswer(second));
      assertThat(endpoint.mostAtOnce()).isEqualTo(1);
      assertThat(endpoint.commands())
          .extracting(Endpoint.Command::operation)
          .containsExactly("Reset", "ClearCache");
    }
  }

  @Test
  void what_a_command_leads_to_comes_after_its_answer() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      Soap charger = stage.charger(SoapVersion.V15, "CP-1");
      charger.boot();
      charger.status(0, "Available");
      charger.status(1, "Available");
      csms.await("StatusNotification", 2);

      String trigger = "{\"requestedMessage\":\"StatusNotification\"}";
      String id = csms.send("CP-1", "TriggerMessage", trigger);
      csms.await("StatusNotification", 3);

      List<String> ids = csms.frameIds();
      assertThat(ids.indexOf(id))
          .isBetween(0, ids.indexOf(csms.calls("StatusNotification").get(2).id()) - 1);
    }
  }

  @Test
  void a_command_no_station_knows_and_one_that_is_no_object_get_callerrors() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms();
      stage.charger("CP-1").boot();

      assertThat(csms.ask("CP-1", "MakeCoffee", "{}").path(2).asText()).isEqualTo("NotImplemented");
      assertThat(csms.ask("CP-1", "Reset", "[]").path(2).asText()).isEqualTo("FormationViolation");
      assertThat(csms.ask("CP-1", "Reset", "{\"type\":\"Warm\"}").path(0).asInt()).isEqualTo(4);
    }
  }

  private static void assertStatus(String status, JsonNode frame) {
    assertThat(frame.path(2).path("status").asText()).as(frame.toString()).isEqualTo(status);
  }

  private static void assertInternalError(JsonNode frame, String... words) {
    assertThat(frame.path(0).asInt()).as(frame.toString()).isEqualTo(4);
    assertThat(frame.path(2).asText()).isEqualTo("InternalError");
    assertThat(frame.path(3).asText()).contains(words);
  }
}
