package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** Each common mistake, made over real sockets, is named in words that say what to do. */
class DiagnosisTest {

  private static final String QUICK_COMMANDS = "wait: {command: 400ms, connect: 200ms}";
  private static final String PAGE = "<!DOCTYPE html><html><title>Router</title></html>";

  private static void awaitWarning(Stage stage, String charger, String words) {
    Eventually.is(
        () -> "'" + words + "' about " + charger + ": " + stage.status(charger),
        () -> stage.status(charger).path("warnings").toString().contains(words));
  }

  private static void awaitNoWarning(Stage stage, String charger, String words) {
    Eventually.is(
        () -> "no more '" + words + "' about " + charger + ": " + stage.status(charger),
        () -> !stage.status(charger).path("warnings").toString().contains(words));
  }

  private static String warningsOfAll(Stage stage) {
    return Csms.json(stage.admin("/api/v1/chargers")).path("warnings").toString();
  }

  private static Endpoint reachable(Stage stage) {
    return stage.endpoint(SoapVersion.V16);
  }

  @Test
  void a_charger_for_json_on_the_soap_address() throws IOException {
    try (Stage stage = Stage.quick()) {
      InetSocketAddress soap = stage.bridge().soapAddress();
      String answer;
      try (Socket socket = new Socket(soap.getAddress(), soap.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("GET /ocpp/CP-J HTTP/1.1\r\nHost: bridge\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      }

      assertThat(answer).startsWith("HTTP/1.1 405").contains("OCPP over SOAP");
      assertThat(warningsOfAll(stage))
          .contains("charger CP-J: a charger for JSON calls the address for SOAP")
          .contains("from 127.0.0.1");

      stage.charger("CP-J").boot();
      assertThat(warningsOfAll(stage)).doesNotContain("CP-J");
    }
  }

  @Test
  void the_namespace_of_no_version() throws IOException, InterruptedException {
    try (Stage stage = Stage.quick();
        HttpClient http = HttpClient.newHttpClient()) {
      String envelope =
          """
          <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns="urn://Ocpp/Cs/2099/01/">
          <s:Header><chargeBoxIdentity>CP-N</chargeBoxIdentity></s:Header>
          <s:Body><heartbeatRequest/></s:Body></s:Envelope>
          """;
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:" + stage.bridge().soapAddress().getPort() + "/ocpp"))
                  .POST(HttpRequest.BodyPublishers.ofString(envelope))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.body()).contains("urn://Ocpp/Cs/2099/01/");
      assertThat(warningsOfAll(stage))
          .contains("charger CP-N: it speaks SOAP, but in the namespace of no version")
          .contains("urn://Ocpp/Cs/2099/01/")
          .contains("urn://Ocpp/Cs/2015/10/");
    }
  }

  @Test
  void a_charger_that_the_settings_do_not_list() {
    try (Stage stage = Stage.with(Csms.start(), "routes: [{chargers: 'ACME-*', target: main}]")) {
      assertThat(stage.charger("OTHER-1").boot().fault()).isTrue();

      assertThat(warningsOfAll(stage)).contains("charger OTHER-1: it is not let in");
    }
  }

  @Test
  void no_address_for_commands() {
    try (Stage stage = Stage.quick()) {
      stage.charger("CP-1").boot();
      awaitWarning(stage, "CP-1", "it cannot be called, so that no command of the CSMS reaches it");

      stage.charger(SoapVersion.V16, "CP-1", reachable(stage)).heartbeat();
      awaitNoWarning(stage, "CP-1", "it cannot be called");
    }
  }

  @Test
  void an_address_for_commands_where_nobody_listens() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (Stage stage = Stage.with(Csms.start(), QUICK_COMMANDS)) {
      Soap charger =
          new Soap(
              stage.bridge().soapAddress(),
              SoapVersion.V16,
              "CP-1",
              "http://127.0.0.1:" + closed + "/");
      charger.boot();
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      awaitWarning(stage, "CP-1", "nobody can be reached at the address where it takes commands");

      stage.charger(SoapVersion.V16, "CP-1", reachable(stage)).heartbeat();
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      awaitNoWarning(stage, "CP-1", "nobody can be reached");
    }
  }

  @Test
  void a_web_page_at_the_address_for_commands() {
    try (Stage stage = Stage.with(Csms.start(), QUICK_COMMANDS)) {
      Endpoint endpoint = reachable(stage);
      endpoint.answerRaw(200, "text/html", PAGE);
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");

      awaitWarning(stage, "CP-1", "does not speak SOAP");
      awaitWarning(stage, "CP-1", "an HTML page");
    }
  }

  @Test
  void a_charger_that_never_answers_commands() {
    try (Stage stage = Stage.with(Csms.start(), QUICK_COMMANDS)) {
      Endpoint endpoint = reachable(stage);
      endpoint.goSilent();
      stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      assertThat(stage.status("CP-1").path("warnings").toString()).doesNotContain("never");
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");

      awaitWarning(stage, "CP-1", "it never answers commands");

      endpoint.speak();
      stage.csms().ask("CP-1", "Reset", "{\"type\":\"Soft\"}");
      awaitNoWarning(stage, "CP-1", "it never answers commands");
    }
  }

  @Test
  void a_web_page_in_place_of_the_csms() {
    try (Stage stage = Stage.quick()) {
      stage.csms().server().refuse(200, "Content-Type", "text/html; charset=utf-8");
      stage.charger("CP-1").boot();
      awaitWarning(
          stage, "CP-1", "a web page answers in place of the CSMS: the CSMS answered HTTP 200");

      stage.csms().server().letIn();
      awaitNoWarning(stage, "CP-1", "a web page answers");
    }
  }

  @Test
  void an_identity_that_the_csms_does_not_know() {
    try (Stage stage = Stage.quick()) {
      stage.csms().server().refuse(404);
      stage.charger("CP-1").boot();

      awaitWarning(stage, "CP-1", "the CSMS does not know the identity, or the path before it");
      awaitWarning(stage, "CP-1", "chargers[].csms.identity");
    }
  }

  @Test
  void a_password_that_the_csms_refuses() {
    try (Stage stage = Stage.quick()) {
      stage.csms().server().refuse(401);
      stage.charger("CP-1").boot();

      awaitWarning(stage, "CP-1", "the CSMS refuses what the bridge signs in with");
    }
  }

  @Test
  void a_csms_of_the_other_version() {
    try (Stage stage = Stage.quick()) {
      stage.csms().server().agreeTo("ocpp2.0.1");
      stage.charger("CP-1").boot();

      awaitWarning(stage, "CP-1", "the CSMS does not speak the version that is set for it");
      awaitWarning(stage, "CP-1", "targets.*.protocol");
    }
  }

  @Test
  void a_second_connection_of_the_same_identity() {
    try (Stage stage = Stage.quick()) {
      stage.charger("CP-1").boot();
      stage.csms().awaitConnected("CP-1");
      stage.csms().server().close("CP-1", 1008, "already connected");

      awaitWarning(stage, "CP-1", "as one does that has another connection of the same identity");
      awaitWarning(stage, "CP-1", "1008 already connected");
    }
  }

  @Test
  void a_clock_that_is_off() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      charger.ask("StatusNotification", status(Instant.now().plus(2, ChronoUnit.HOURS)));
      awaitWarning(stage, "CP-1", "its clock is off: it is about");

      charger.ask("StatusNotification", status(Instant.now()));
      awaitNoWarning(stage, "CP-1", "its clock is off");
    }
  }

  private static String status(Instant timestamp) {
    return Soap.field("connectorId", 1)
        + Soap.field("status", "Available")
        + Soap.field("errorCode", "NoError")
        + Soap.field("timestamp", timestamp.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
