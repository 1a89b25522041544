package org.ocppbridge.adapter.csms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.secure.ClientTls;
import org.ocppbridge.adapter.secure.TestAuthority;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Target;

@Timeout(30)
class HandshakeTest {

  private final CsmsLinks links = new CsmsLinks();
  private final Recorder told = new Recorder();

  @AfterEach
  void stop() {
    links.close();
  }

  private CsmsLink open(CsmsTarget target, String identity) {
    return open(LinkSettings.of(target, identity));
  }

  private CsmsLink open(LinkSettings settings) {
    CsmsLink link = links.create(settings, told);
    link.open();
    return link;
  }

  private static CsmsTarget target(URI url) {
    return CsmsTarget.of("main", url, Target.OCPP16);
  }

  private static void awaitState(CsmsLink link, State state) {
    await().atMost(10, TimeUnit.SECONDS).until(link::state, state::equals);
  }

  private String troubleWith(URI url) {
    CsmsLink link = open(target(url), "CP1");
    awaitState(link, State.BACK_OFF);
    return link.trouble();
  }

  @ParameterizedTest
  @CsvSource({
    "CP1, CP1",
    "RDAM 123, RDAM%20123",
    "a/b, a%2Fb",
    "00:1A, 00%3A1A",
    "Säule?1%, S%C3%A4ule%3F1%25",
    "%0d%0aX: y, %250d%250aX%3A%20y"
  })
  void the_identity_arrives_encoded_once(String identity, String encoded) {
    try (TestCsms csms = TestCsms.start()) {
      awaitState(open(target(csms.url()), identity), State.UP);
      assertThat(csms.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.target()).isEqualTo("/ocpp/" + encoded);
                assertThat(request.subprotocol()).contains("ocpp1.6");
                assertThat(request.host()).contains("127.0.0.1:" + csms.port());
                assertThat(request.authorization()).isEmpty();
              });
      links.close();
    }
  }

  @Test
  void path_and_query_of_the_target_are_kept() {
    try (TestCsms csms = TestCsms.start()) {
      awaitState(
          open(target(URI.create("ws://localhost:" + csms.port() + "/a%2Fb/?t=1%202")), "CP1"),
          State.UP);
      assertThat(csms.requests().getFirst().target()).isEqualTo("/a%2Fb/CP1?t=1%202");
      links.close();
    }
  }

  @Test
  void the_request_on_the_wire_is_plain() throws IOException {
    try (RawServer server = new RawServer((head, socket) -> {})) {
      open(target(server.url()), "RDAM 123");
      await().until(() -> !server.heads.isEmpty());
      assertThat(server.heads.getFirst().lines())
          .startsWith("GET /ocpp/RDAM%20123 HTTP/1.1")
          .contains("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
          .noneMatch(
              line ->
                  line.startsWith("X-Forwarded") || line.startsWith("Sec-WebSocket-Extensions"));
    }
  }

  @Test
  void credentials_are_sent_and_never_shown() {
    try (TestCsms csms = TestCsms.start()) {
      csms.refuse(401);
      CsmsLink link =
          open(
              LinkSettings.of(target(csms.url()), "CP1").withAuth(BasicAuth.text("CP1", "secret")));
      awaitState(link, State.BACK_OFF);
      assertThat(csms.requests().getFirst().authorization()).contains("Basic Q1AxOnNlY3JldA==");
      assertThat(link.trouble()).contains("401").doesNotContain("secret", "Q1Ax");
    }
  }

  @Test
  void refusals_show_their_status_and_retry_after() {
    try (TestCsms csms = TestCsms.start()) {
      csms.refuse(404);
      assertThat(troubleWith(csms.url())).contains("HTTP 404");
      csms.refuse(429, "Retry-After", "120");
      assertThat(troubleWith(csms.url())).contains("HTTP 429").contains("Retry-After: 120");
      csms.refuse(200, "Content-Type", "text/html");
      assertThat(troubleWith(csms.url())).contains("HTTP 200");
    }
  }

  @Test
  void redirects_are_not_followed() {
    try (TestCsms csms = TestCsms.start();
        TestCsms other = TestCsms.start()) {
      csms.refuse(302, "Location", "http://127.0.0.1:" + other.port() + "/ocpp/CP1");
      CsmsLink link =
          open(
              LinkSettings.of(target(csms.url()), "CP1").withAuth(BasicAuth.text("CP1", "secret")));
      awaitState(link, State.BACK_OFF);
      assertThat(link.trouble()).contains("302").contains("not followed");
      assertThat(other.requests()).isEmpty();
      assertThat(csms.requests()).hasSize(1);
    }
  }

  @Test
  void the_subprotocol_has_to_be_agreed() {
    try (TestCsms csms = TestCsms.start()) {
      csms.agreeTo();
      assertThat(troubleWith(csms.url())).contains("subprotocol ocpp1.6").contains("none");
      await().until(() -> csms.open() == 0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sec-WebSocket-Protocol: ocpp1.6 | Sec-WebSocket-Protocol: ocpp2.0.1 | it chose 'ocpp2.0.1'",
        "Sec-WebSocket-Protocol: ocpp1.6 | Sec-WebSocket-Protocol: OCPP1.6 | it chose 'OCPP1.6'",
        "Sec-WebSocket-Accept: | Sec-WebSocket-Accept: x | Sec-WebSocket-Accept is wrong",
        "Upgrade: WebSocket | Upgrade: foo | no upgrade",
        "keep-alive, Upgrade | Upgrade~Sec-WebSocket-Extensions: permessage-deflate | extension"
      })
  void a_wrong_answer_is_refused(String right, String wrong, String trouble) throws IOException {
    RawServer.Script script =
        (head, socket) ->
            socket
                .getOutputStream()
                .write(
                    RawServer.upgrade(head)
                        .replace(right, wrong.replace("~", "\r\n"))
                        .getBytes(UTF_8));
    try (RawServer server = new RawServer(script)) {
      assertThat(troubleWith(server.url())).contains(trouble);
      await().until(() -> !server.ended.isEmpty());
    }
  }

  @Test
  void frames_in_one_segment_with_the_answer_are_not_lost() throws Exception {
    RawServer.Script script =
        (head, socket) -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          bytes.write(RawServer.upgrade(head).getBytes(UTF_8));
          bytes.write(RawServer.frame("[2,\"a\",\"Reset\",{\"type\":\"Soft\"}]"));
          bytes.write(RawServer.frame("[2,\"b\",\"ClearCache\",{}]"));
          socket.getOutputStream().write(bytes.toByteArray());
        };
    try (RawServer server = new RawServer(script)) {
      CsmsLink link = open(target(server.url()), "CP1");
      CsmsLink.Incoming first = told.calls.poll(10, TimeUnit.SECONDS);
      assertThat(first.action()).isEqualTo("Reset");
      first.answer(new CsmsAnswer.Silence("test"));
      assertThat(told.calls.poll(10, TimeUnit.SECONDS).action()).isEqualTo("ClearCache");
      assertThat(link.state()).isEqualTo(State.UP);
      assertThat(told.events.getFirst()).isEqualTo("up");
    }
  }

  @Test
  void a_server_that_never_answers_is_given_up_and_its_socket_freed_at_once() throws IOException {
    try (RawServer server = new RawServer((head, socket) -> {})) {
      CsmsTarget.Times times =
          new CsmsTarget.Times(
              Duration.ofMillis(300), Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1));
      CsmsLink link = open(target(server.url()).withTimes(times), "CP1");
      awaitState(link, State.BACK_OFF);
      assertThat(link.trouble()).contains("no answer to the handshake within 300 ms");
      await().atMost(3, TimeUnit.SECONDS).until(() -> !server.ended.isEmpty());
    }
  }

  @Test
  void closing_frees_a_dialling_socket_at_once() throws IOException {
    try (RawServer server =
        new RawServer(
            (head, socket) -> socket.getOutputStream().write("HTTP/1.1 10".getBytes(UTF_8)))) {
      CsmsLink link = open(target(server.url()), "CP1");
      await().until(() -> !server.heads.isEmpty());
      link.close();
      await().atMost(3, TimeUnit.SECONDS).until(() -> !server.ended.isEmpty());
      assertThat(link.state()).isEqualTo(State.CLOSED);
    }
  }

  @ParameterizedTest
  @CsvSource({"'garbage\r\n\r\n'", "'HTTP/1.1 abc OK\r\n\r\n'", "''"})
  void what_is_no_http_is_refused(String answer) throws IOException {
    RawServer.Script script =
        (head, socket) -> {
          socket.getOutputStream().write(answer.getBytes(UTF_8));
          socket.shutdownOutput();
        };
    try (RawServer server = new RawServer(script)) {
      assertThat(troubleWith(server.url())).isNotEmpty();
    }
  }

  @Test
  void nobody_there_and_unknown_names_are_told() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(troubleWith(URI.create("ws://127.0.0.1:" + free + "/ocpp")))
        .contains("no connection to 127.0.0.1");
    assertThat(troubleWith(URI.create("ws://no-such-host.invalid/ocpp")))
        .contains("name is unknown");
  }

  private static ClientTls trusting(TestAuthority authority) {
    return ClientTls.of(List.of(authority.certificate()), List.of(), Optional.empty());
  }

  @Test
  void wss_connects_when_the_certificate_fits() throws Exception {
    TestAuthority authority = new TestAuthority("Root");
    try (TestCsms csms = TestCsms.start(authority.server("127.0.0.1"))) {
      CsmsLink link = open(target(csms.url()).withTls(trusting(authority)), "CP1");
      awaitState(link, State.UP);
      csms.send("CP1", "[2,\"a\",\"Reset\",{}]");
      assertThat(told.calls.poll(10, TimeUnit.SECONDS).action()).isEqualTo("Reset");
      links.close();
    }
  }

  @Test
  void wss_refuses_a_certificate_for_another_name() {
    TestAuthority authority = new TestAuthority("Root");
    try (TestCsms csms = TestCsms.start(authority.server("other.example"))) {
      CsmsLink link = open(target(csms.url()).withTls(trusting(authority)), "CP1");
      awaitState(link, State.BACK_OFF);
      assertThat(link.trouble()).contains("certificate").contains("127.0.0.1");
      assertThat(csms.requests()).isEmpty();
    }
  }

  @Test
  void wss_refuses_a_certificate_that_nobody_vouches_for() {
    try (TestCsms csms = TestCsms.start(new TestAuthority("Root").server("127.0.0.1"))) {
      CsmsLink link = open(new LinkSettings(target(csms.url()), "CP1", Optional.empty()));
      awaitState(link, State.BACK_OFF);
      assertThat(link.trouble()).contains("certificate");
      assertThat(csms.requests()).isEmpty();
    }
  }
}
