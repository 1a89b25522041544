package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.secure.TestAuthority;
import org.ocppbridge.mappings.SoapVersion;
import org.slf4j.LoggerFactory;

/** The security of the connections to a 2.0.1 CSMS, over real sockets. */
class CsmsSecurityTest {
  private static final String FIRST = "first-password-1";
  private static final String SECOND = "second-password-2";

  private final TestAuthority authority = new TestAuthority("Operator Root");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("org.ocppbridge");
  private final Level level = root.getLevel();

  @BeforeEach
  void listen() {
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
    root.setLevel(level);
  }

  private static Stage stage(Csms201 csms, String target) {
    return new Stage(
        Csms.away(),
        """
        soap: {host: 127.0.0.1, port: 0}
        admin: {port: 0}
        autoRegister: true
        secrets: {key: a-key-that-only-the-operator-has}
        heartbeat: {min: 1s}
        targets:
          main:
            url: URL
            protocol: ocpp2.0.1
            reconnect: {waitMinimum: 50ms, randomRange: 20ms, repeatTimes: 1}
            TARGET
        """
            .replace("URL", csms.url())
            .replace("TARGET", target));
  }

  private static Stage withPassword(Csms201 csms) {
    return stage(csms, "auth: {password: " + FIRST + "}");
  }

  private static void admit(Csms201 csms, String password) {
    String header =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("CP-1:" + password).getBytes(StandardCharsets.UTF_8));
    csms.server()
        .admit(exchange -> header.equals(exchange.getRequestHeaders().getFirst("Authorization")));
  }

  private Soap charger(Stage stage) {
    Soap charger = stage.charger(SoapVersion.V16, "CP-1", stage.endpoint(SoapVersion.V16));
    charger.boot();
    return charger;
  }

  private static String profile(int slot, String url, int security) {
    return """
    {"configurationSlot":%d,"connectionData":{"ocppVersion":"OCPP20","ocppTransport":"JSON",
     "ocppCsmsUrl":"%s","messageTimeout":30,"securityProfile":%d,"ocppInterface":"Wired0"}}
    """
        .formatted(slot, url, security);
  }

  private String install(Csms201 csms) {
    ObjectNode install = Csms.JSON.createObjectNode();
    install.put("certificateType", "CSMSRootCertificate").put("certificate", authority.pem());
    return csms.status("CP-1", "InstallCertificate", install);
  }

  private static String setProfile(Csms201 csms, String profile) {
    return csms.ask("CP-1", "SetNetworkProfile", profile).path("status").asText();
  }

  /** Nothing that was written, logged or shown holds these texts. */
  private void assertNowhere(Stage stage, String... secrets) {
    String shown = stage.admin("/api/v1/chargers") + stage.admin("/metrics") + stage.admin("/");
    List<String> logged = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    for (String secret : secrets) {
      assertThat(shown).doesNotContain(secret);
      assertThat(logged).noneMatch(line -> line.contains(secret));
      assertThat(stored(stage)).noneMatch(file -> file.contains(secret));
    }
  }

  private static List<String> stored(Stage stage) {
    try (Stream<Path> files = Files.walk(stage.data())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("bridge.yaml")) // the operator wrote it
          .map(CsmsSecurityTest::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_new_password_is_used_at_once_and_after_a_restart_and_stands_nowhere() {
    try (Csms201 csms = Csms201.start();
        Stage stage = withPassword(csms)) {
      admit(csms, FIRST);
      charger(stage);
      csms.awaitConnected("CP-1", 1);
      admit(csms, SECOND);
      assertThat(csms.set("CP-1", "SecurityCtrlr", "BasicAuthPassword", SECOND))
          .isEqualTo("Accepted");
      csms.awaitConnected("CP-1", 2);
      csms.await("SecurityEventNotification", p -> p.path("type").asText().startsWith("Reconf"));
      assertThat(csms.ask("CP-1", "GetReport", "{\"requestId\":1}").path("status").asText())
          .isNotEmpty();
      csms.ask("CP-1", "GetBaseReport", "{\"requestId\":2,\"reportBase\":\"FullInventory\"}");
      csms.await("NotifyReport", p -> !p.path("tbc").asBoolean());
      assertNowhere(stage, FIRST, SECOND);

      int before = csms.server().requests().size();
      stage.restart();
      stage.charger("CP-1").heartbeat();
      csms.awaitConnected("CP-1", before + 1);
      assertNowhere(stage, FIRST, SECOND);
      assertThat(csms.actions().toString()).doesNotContain(SECOND);
      csms.assertSound();
    }
  }

  @Test
  void a_password_that_the_csms_does_not_take_is_given_up_for_the_one_before() {
    try (Csms201 csms = Csms201.start();
        Stage stage = withPassword(csms)) {
      admit(csms, FIRST);
      charger(stage);
      csms.awaitConnected("CP-1", 1);
      assertThat(csms.set("CP-1", "OCPPCommCtrlr", "NetworkProfileConnectionAttempts", "2"))
          .isEqualTo("Accepted");
      assertThat(csms.set("CP-1", "SecurityCtrlr", "BasicAuthPassword", SECOND))
          .isEqualTo("Accepted");
      csms.awaitConnected("CP-1", 4);
      assertThat(csms.server().requests()).hasSize(4);
      csms.await(
          "SecurityEventNotification",
          p -> p.path("type").asText().equals("FailedToAuthenticateAtCsms"));
      csms.assertSound();
    }
  }

  @Test
  void a_station_moves_with_its_reset_to_a_csms_with_tls_and_gets_a_certificate_of_its_own() {
    try (Csms201 old = Csms201.start();
        Csms201 secure = Csms201.start(authority.server("127.0.0.1"));
        Stage stage = stage(old, "security: {operator: Operator}")) {
      Soap charger = charger(stage);
      old.awaitConnected("CP-1", 1);
      assertThat(install(old)).isEqualTo("Accepted");
      assertThat(setProfile(old, profile(1, secure.url(), 2))).isEqualTo("Accepted");
      assertThat(old.set("CP-1", "OCPPCommCtrlr", "NetworkConfigurationPriority", "1,0"))
          .isEqualTo("Accepted");
      assertThat(old.ask("CP-1", "Reset", "{\"type\":\"Immediate\"}").path("status").asText())
          .isEqualTo("Accepted");
      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      secure.awaitConnected("CP-1", 1);
      secure.await("BootNotification", p -> true);
      assertThat(secure.actions().getFirst()).isEqualTo("BootNotification");
      assertThat(secure.calls("BootNotification")).hasSize(1);
      Eventually.is("the old connection is closed", () -> old.server().open("CP-1") == 0);

      assertThat(
              secure
                  .ask(
                      "CP-1",
                      "TriggerMessage",
                      "{\"requestedMessage\":\"SignChargingStationCertificate\"}")
                  .path("status")
                  .asText())
          .isEqualTo("Accepted");
      String csr = secure.await("SignCertificate", p -> true).payload().path("csr").asText();
      ObjectNode signed = Csms.JSON.createObjectNode().put("certificateChain", authority.sign(csr));
      assertThat(secure.status("CP-1", "CertificateSigned", signed)).isEqualTo("Accepted");
      assertThat(setProfile(secure, profile(0, secure.url(), 3))).isEqualTo("Accepted");
      assertThat(secure.set("CP-1", "OCPPCommCtrlr", "NetworkConfigurationPriority", "0"))
          .isEqualTo("Accepted");
      assertThat(secure.ask("CP-1", "Reset", "{\"type\":\"Immediate\"}").path("status").asText())
          .isEqualTo("Accepted");
      charger.boot();
      secure.awaitConnected("CP-1", 2);
      assertThat(secure.server().clients()).last().asString().contains("CN=CP-1", "O=Operator");
      assertThat(setProfile(secure, profile(1, secure.url(), 2))).isEqualTo("Rejected");
      assertNowhere(stage, "PRIVATE KEY");

      stage.restart();
      stage.charger("CP-1").heartbeat();
      secure.awaitConnected("CP-1", 3);
      assertThat(secure.server().clients()).last().asString().contains("CN=CP-1");
      old.assertSound();
      secure.assertSound();
    }
  }

  @Test
  void a_csms_that_is_not_trusted_is_left_for_the_one_before_and_told_as_an_event() {
    try (Csms201 old = Csms201.start();
        Csms201 secure = Csms201.start(authority.server("other.example"));
        Stage stage = stage(old, "")) {
      Soap charger = charger(stage);
      old.awaitConnected("CP-1", 1);
      install(old);
      old.set("CP-1", "OCPPCommCtrlr", "NetworkProfileConnectionAttempts", "2");
      setProfile(old, profile(1, secure.url(), 2));
      old.set("CP-1", "OCPPCommCtrlr", "NetworkConfigurationPriority", "1,0");
      old.ask("CP-1", "Reset", "{\"type\":\"Immediate\"}");
      charger.boot();
      old.awaitConnected("CP-1", 2);
      assertThat(secure.server().requests()).isEmpty();
      old.await(
          "SecurityEventNotification",
          p -> p.path("type").asText().equals("InvalidCsmsCertificate"));
      old.assertSound();
    }
  }

  @Test
  void a_host_that_is_not_allowed_is_refused_and_a_redirect_not_followed() {
    try (Csms201 csms = Csms201.start();
        Stage stage = withPassword(csms)) {
      charger(stage);
      csms.awaitConnected("CP-1", 1);
      assertThat(setProfile(csms, profile(1, "wss://evil.example/", 2))).isEqualTo("Rejected");
      try (Csms201 other = Csms201.start()) {
        csms.server().refuse(302, "Location", other.url() + "/CP-1");
        csms.set("CP-1", "SecurityCtrlr", "BasicAuthPassword", SECOND);
        Eventually.is("dialled again", () -> csms.server().requests().size() > 2);
        assertThat(other.server().requests()).isEmpty();
      }
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
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          uploads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
          boolean redirects = exchange.getRequestURI().getPath().startsWith("/elsewhere");
          exchange.getResponseHeaders().set("Location", "/logs/");
          exchange.sendResponseHeaders(redirects ? 302 : 201, -1);
          exchange.close();
        });
    files.start();
    String place = "http://127.0.0.1:" + files.getAddress().getPort();
    try (Csms201 csms = Csms201.start();
        Stage stage = stage(csms, "")) {
      charger(stage);
      csms.awaitConnected("CP-1", 1);
      csms.await("SecurityEventNotification", p -> true);
      String request =
          "{\"logType\":\"SecurityLog\",\"requestId\":%d,\"log\":{\"remoteLocation\":\"%s\"}}";
      assertThat(
              csms.ask("CP-1", "GetLog", request.formatted(1, place + "/logs/"))
                  .path("status")
                  .asText())
          .isEqualTo("Accepted");
      csms.await("LogStatusNotification", p -> p.path("status").asText().equals("Uploaded"));
      assertThat(uploads)
          .singleElement()
          .asString()
          .startsWith("PUT /logs/security-log-cp-1-1.txt\n");
      assertThat(uploads.getFirst()).contains("\tStartupOfTheDevice\t");
      csms.ask("CP-1", "GetLog", request.formatted(2, place + "/elsewhere"));
      csms.await(
          "LogStatusNotification",
          p ->
              p.path("requestId").asInt() == 2
                  && p.path("status").asText().equals("UploadFailure"));
      assertThat(uploads).hasSize(2);
      assertThat(csms.calls("LogStatusNotification"))
          .extracting(call -> call.payload().path("status").asText())
          .containsExactly("Uploading", "Uploaded", "Uploading", "UploadFailure");
      csms.assertSound();
    } finally {
      files.stop(0);
    }
  }
}
