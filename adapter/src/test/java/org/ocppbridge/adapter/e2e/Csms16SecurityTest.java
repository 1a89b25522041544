package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.secure.TestAuthority;
import org.ocppbridge.mappings.SoapVersion;

/** The security extension of OCPP 1.6, over real sockets. */
class Csms16SecurityTest {
  private static final String FIRST = "first-password-1";

  /** As the CSMS gives it, and what it stands for. */
  private static final String KEY = "414243444546474849504142434445464748494A";

  private static final String KEY_BYTES = "ABCDEFGHIPABCDEFGHIJ";

  private final TestAuthority authority = new TestAuthority("Operator Root");

  private static Stage stage(Csms csms, String target) {
    return new Stage(
        csms,
        """
        soap: {host: 127.0.0.1, port: 0}
        admin: {port: 0}
        autoRegister: true
        secrets: {key: a-key-that-only-the-operator-has}
        targets:
          main:
            url: URL
            reconnect: {waitMinimum: 50ms, randomRange: 20ms, repeatTimes: 1}
            TARGET
        """
            .replace("URL", csms.url())
            .replace("TARGET", target));
  }

  private Stage secure(Csms csms) {
    return stage(
        csms,
        "security: {events: true}\n    tls: {trust: \"PEM\"}"
            .replace("PEM", authority.pem().replace("\n", "\\n")));
  }

  private static Stage withPassword(Csms csms) {
    return stage(csms, "security: {events: true}\n    auth: {password: " + FIRST + "}");
  }

  private static Endpoint boots(Stage stage) {
    Endpoint endpoint = stage.endpoint(SoapVersion.V16);
    stage.charger(SoapVersion.V16, "CP-1", endpoint).boot();
    stage.csms().awaitConnected("CP-1");
    stage.awaitRegistered("CP-1");
    return endpoint;
  }

  private static String status(Csms csms, String action, String payload) {
    JsonNode frame = csms.ask("CP-1", action, payload);
    assertThat(frame.path(0).asInt()).as(frame.toString()).isEqualTo(3);
    return frame.path(2).path("status").asText();
  }

  private static String change(Csms csms, String key, String value) {
    ObjectNode payload = Csms.JSON.createObjectNode().put("key", key).put("value", value);
    return status(csms, "ChangeConfiguration", payload.toString());
  }

  private static String install(Csms csms, TestAuthority authority) {
    ObjectNode payload = Csms.JSON.createObjectNode();
    payload.put("certificateType", "CentralSystemRootCertificate");
    return status(
        csms, "InstallCertificate", payload.put("certificate", authority.pem()).toString());
  }

  private static JsonNode installed(Csms csms) {
    return csms.ask(
            "CP-1",
            "GetInstalledCertificateIds",
            "{\"certificateType\":\"CentralSystemRootCertificate\"}")
        .path(2);
  }

  private static String delete(Csms csms, JsonNode hashes) {
    ObjectNode payload = Csms.JSON.createObjectNode();
    return status(csms, "DeleteCertificate", payload.set("certificateHashData", hashes).toString());
  }

  private static Predicate<JsonNode> ofType(String type) {
    return payload -> payload.path("type").asText().equals(type);
  }

  private static void admit(Csms csms, String... passwords) {
    List<String> headers =
        List.of(passwords).stream()
            .map(password -> ("CP-1:" + password).getBytes(StandardCharsets.ISO_8859_1))
            .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes))
            .toList();
    csms.server()
        .admit(
            exchange -> headers.contains(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  @Test
  void a_new_authorization_key_is_used_at_once_and_after_a_restart_and_never_told() {
    try (Csms csms = Csms.start();
        Stage stage = withPassword(csms)) {
      admit(csms, FIRST);
      boots(stage);
      admit(csms, KEY_BYTES, KEY);

      assertThat(change(csms, "AuthorizationKey", KEY)).isEqualTo("Accepted");

      csms.awaitReconnected("CP-1", 2);
      csms.await("SecurityEventNotification", ofType("ReconfigurationOfSecurityParameters"));
      String all = csms.ask("CP-1", "GetConfiguration", "{}").toString();
      String one =
          csms.ask("CP-1", "GetConfiguration", "{\"key\":[\"AuthorizationKey\"]}").toString();
      String shown = all + one + stage.admin("/api/v1/chargers") + stage.admin("/");
      assertThat(shown).doesNotContain(KEY, KEY_BYTES, FIRST);

      stage.restart();
      stage.charger("CP-1").heartbeat();
      csms.awaitReconnected("CP-1", 3);
      assertThat(csms.deviations()).isEmpty();
    }
  }

  @Test
  void a_key_that_the_csms_does_not_take_is_given_up_for_the_one_before() {
    try (Csms csms = Csms.start();
        Stage stage = withPassword(csms)) {
      admit(csms, FIRST);
      boots(stage);

      assertThat(change(csms, "AuthorizationKey", KEY)).isEqualTo("Accepted");

      csms.await("SecurityEventNotification", ofType("FailedToAuthenticateAtCentralSystem"));
      csms.awaitConnected("CP-1");
      assertThat(change(csms, "AuthorizationKey", "short")).isEqualTo("Rejected");
      assertThat(csms.deviations()).isEmpty();
    }
  }

  @Test
  void a_charger_gets_a_certificate_of_its_own_and_signs_in_with_it() {
    try (Csms csms = Csms.start(authority.server("127.0.0.1"));
        Stage stage = secure(csms)) {
      boots(stage);
      assertThat(change(csms, "CpoName", "Operator")).isEqualTo("Accepted");
      assertThat(change(csms, "SecurityProfile", "3"))
          .as("without a certificate")
          .isEqualTo("Rejected");
      csms.on("SignCertificate", payload -> "{\"status\":\"Accepted\"}");
      assertThat(
              status(
                  csms,
                  "ExtendedTriggerMessage",
                  "{\"requestedMessage\":\"SignChargePointCertificate\"}"))
          .isEqualTo("Accepted");
      String csr = csms.awaitOne("SignCertificate").payload().path("csr").asText();
      ObjectNode foreign = Csms.JSON.createObjectNode().put("certificateChain", authority.pem());
      assertThat(status(csms, "CertificateSigned", foreign.toString())).isEqualTo("Rejected");
      csms.await("SecurityEventNotification", ofType("InvalidChargePointCertificate"));
      ObjectNode signed = Csms.JSON.createObjectNode().put("certificateChain", authority.sign(csr));
      assertThat(status(csms, "CertificateSigned", signed.toString())).isEqualTo("Accepted");

      assertThat(change(csms, "SecurityProfile", "3")).isEqualTo("Accepted");

      csms.awaitReconnected("CP-1", 2);
      assertThat(csms.server().clients()).last().asString().contains("CN=CP-1", "O=Operator");
      assertThat(change(csms, "SecurityProfile", "2")).isEqualTo("Rejected");
      assertThat(csms.deviations()).isEmpty();
    }
  }

  @Test
  void roots_are_installed_listed_and_deleted_but_not_the_one_in_use() {
    try (Csms csms = Csms.start(authority.server("127.0.0.1"));
        Stage stage = secure(csms)) {
      boots(stage);
      JsonNode configured = installed(csms).path("certificateHashData");
      assertThat(configured).hasSize(1);
      assertThat(install(csms, new TestAuthority("Other Root"))).isEqualTo("Accepted");
      JsonNode both = installed(csms).path("certificateHashData");
      assertThat(both).hasSize(2);
      assertThat(delete(csms, configured.get(0))).isEqualTo("Failed");
      assertThat(delete(csms, both.get(1))).isEqualTo("Accepted");
      assertThat(delete(csms, both.get(1))).isEqualTo("NotFound");
      ObjectNode broken = Csms.JSON.createObjectNode();
      broken.put("certificateType", "CentralSystemRootCertificate").put("certificate", "no PEM");
      assertThat(status(csms, "InstallCertificate", broken.toString())).isEqualTo("Rejected");
      assertThat(csms.deviations()).isEmpty();
    }
  }

  @Test
  void the_security_log_is_put_where_the_csms_says() throws IOException {
    List<String> uploads = new CopyOnWriteArrayList<>();
    HttpServer files =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    files.createContext(
        "/",
        exchange -> {
          uploads.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    files.start();
    String request =
        "{\"logType\":\"SecurityLog\",\"requestId\":%d,\"log\":{\"remoteLocation\":\"%s\"}}";
    try (Csms csms = Csms.start();
        Stage stage = stage(csms, "auth: {password: " + FIRST + "}")) {
      boots(stage);
      assertThat(change(csms, "AuthorizationKey", KEY)).isEqualTo("Accepted");
      csms.awaitReconnected("CP-1", 2);
      String place = "http://127.0.0.1:" + files.getAddress().getPort() + "/";
      assertThat(status(csms, "GetLog", request.formatted(1, "http://169.254.169.254/")))
          .isEqualTo("Rejected");
      assertThat(status(csms, "GetLog", request.formatted(2, place))).isEqualTo("Accepted");
      csms.await("LogStatusNotification", p -> p.path("status").asText().equals("Uploaded"));
      assertThat(uploads)
          .singleElement()
          .asString()
          .contains("\tReconfigurationOfSecurityParameters\t");
      assertThat(csms.calls("SecurityEventNotification")).as("events: false").isEmpty();
      assertThat(csms.calls("LogStatusNotification"))
          .allMatch(call -> call.payload().path("requestId").asInt() == 2);
      assertThat(csms.deviations()).isEmpty();
    } finally {
      files.stop(0);
    }
  }

  @Test
  void the_diagnostics_log_is_the_chargers() {
    try (Csms csms = Csms.start();
        Stage stage = stage(csms, "")) {
      Endpoint endpoint = boots(stage);
      endpoint.answer("GetDiagnostics", Soap.field("fileName", "cp-1.zip"));
      JsonNode answer =
          csms.ask(
              "CP-1",
              "GetLog",
              "{\"logType\":\"DiagnosticsLog\",\"requestId\":7,"
                  + "\"log\":{\"remoteLocation\":\"ftp://files.example/\"}}");
      assertThat(answer.path(2).path("filename").asText()).isEqualTo("cp-1.zip");
      assertThat(endpoint.awaitOne("GetDiagnostics").value("location"))
          .isEqualTo("ftp://files.example/");
      assertThat(csms.deviations()).isEmpty();
    }
  }

  @Test
  void signed_firmware_is_refused_unless_the_operator_takes_it_unchecked() {
    ObjectNode payload = Csms.JSON.createObjectNode().put("requestId", 5);
    payload
        .putObject("firmware")
        .put("location", "http://files.example/f.bin")
        .put("retrieveDateTime", "2026-03-01T12:00:00Z")
        .put("signingCertificate", authority.pem())
        .put("signature", "c2lnbmF0dXJl");
    ObjectNode broken = payload.deepCopy();
    broken.withObject("/firmware").put("signingCertificate", "no certificate");
    try (Csms csms = Csms.start();
        Stage stage = stage(csms, "")) {
      Endpoint endpoint = boots(stage);
      assertThat(status(csms, "SignedUpdateFirmware", payload.toString())).isEqualTo("Rejected");
      assertThat(status(csms, "SignedUpdateFirmware", broken.toString()))
          .isEqualTo("InvalidCertificate");
      assertThat(endpoint.commands()).isEmpty();
    }
    try (Csms csms = Csms.start();
        Stage stage = stage(csms, "acceptUnverifiedSigned: true")) {
      Endpoint endpoint = boots(stage);
      endpoint.answer("UpdateFirmware", "");
      assertThat(status(csms, "SignedUpdateFirmware", payload.toString())).isEqualTo("Accepted");
      assertThat(endpoint.awaitOne("UpdateFirmware").value("location"))
          .isEqualTo("http://files.example/f.bin");
      assertThat(csms.deviations()).isEmpty();
    }
  }
}
