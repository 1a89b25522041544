package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.adapter.config.OldTls;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.config.ServerTls;
import org.ocppbridge.adapter.config.TestCertificate;
import org.ocppbridge.adapter.config.TlsConfig;
import org.ocppbridge.adapter.config.TlsContexts;

/** TLS, proxies and paces of the SOAP edge, over real sockets. */
class DoorTest {

  @TempDir static Path folder;

  private static TestCertificate bridge;
  private static TestCertificate renewed;
  private static TestCertificate charger;

  private final FakeRequests requests = new FakeRequests();
  private Instant now = FakeRequests.NOW;
  private SoapServer server;

  @BeforeAll
  static void make() throws Exception {
    bridge = TestCertificate.make(folder.resolve("bridge.p12"), "localhost", "EC");
    renewed = TestCertificate.make(folder.resolve("renewed.p12"), "localhost", "RSA");
    charger = TestCertificate.make(folder.resolve("charger.p12"), "CP-1", "EC");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(Door door, SoapSettings.Rates rates) {
    InstantSource clock = () -> now;
    server =
        new SoapServer(
            SoapSettings.DEFAULT.at("127.0.0.1", 0).behind(door).paced(rates),
            requests,
            id -> ZoneOffset.UTC,
            clock);
  }

  private void serve(Door door) {
    serve(door, SoapSettings.Rates.OFF);
  }

  private static Door tls(TestCertificate shown, Door.Clients clients) {
    return tls(
        new ServerTls(config(Optional.of(charger), shown), Optional.empty(), Optional.empty()),
        clients);
  }

  private static Door tls(ServerTls tls, Door.Clients clients) {
    UnaryOperator<String[]> suites = OldTls::modernSuites;
    return new Door(
        Optional.of(new Door.Tls(TlsContexts.server(tls), clients, OldTls.PROTOCOLS, suites)),
        OptionalInt.of(0),
        Optional.empty(),
        address -> false,
        false);
  }

  private static TlsConfig config(Optional<TestCertificate> trust, TestCertificate own) {
    return new TlsConfig(
        trust.map(TestCertificate::certificate),
        Optional.of(own.certificate()),
        Optional.of(Secret.of(own.key())));
  }

  @Test
  void chargersAreServedOverTlsAndTheirCertificateIsKnown() throws IOException {
    serve(tls(bridge, Door.Clients.MAY));

    assertThat(post(client(bridge, Optional.of(charger)))).isEqualTo(200);
    assertThat(post(client(bridge, Optional.empty()))).isEqualTo(200);

    List<FakeRequests.Asked> asked = List.copyOf(requests.asked);
    assertThat(asked).allMatch(each -> each.caller().proof().encrypted());
    assertThat(asked.get(0).caller().proof().certificate().orElseThrow().getSubjectX500Principal())
        .hasToString("CN=CP-1");
    assertThat(asked.get(1).caller().proof().certificate()).isEmpty();
  }

  @Test
  void aCertificateThatNobodyVouchesForAndOneThatIsMissingEndTheHandshake() {
    serve(tls(bridge, Door.Clients.MUST));
    assertThatThrownBy(() -> post(client(bridge, Optional.of(renewed))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> post(client(bridge, Optional.empty())))
        .isInstanceOf(IOException.class);
    assertThat(requests.asked).isEmpty();
  }

  @Test
  void anotherCertificateIsShownWithoutARestart() throws IOException {
    serve(tls(bridge, Door.Clients.NOT_ASKED));
    assertThat(post(client(bridge, Optional.empty()))).isEqualTo(200);

    server.show(tls(renewed, Door.Clients.NOT_ASKED));

    assertThat(post(client(renewed, Optional.empty()))).isEqualTo(200);
    assertThatThrownBy(() -> post(client(bridge, Optional.empty())))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void aKeystoreServesAsWellAndPlainHttpIsAPortOfItsOwn() throws Exception {
    byte[] file = Files.readAllBytes(folder.resolve("bridge.p12"));
    serve(
        tls(
            new ServerTls(
                TlsConfig.NONE,
                Optional.of(Secret.of(Base64.getEncoder().encodeToString(file))),
                Optional.of(Secret.of(TestCertificate.PASSWORD))),
            Door.Clients.NOT_ASKED));
    assertThat(post(client(bridge, Optional.empty()))).isEqualTo(200);

    InetSocketAddress plain = server.otherAddresses().getFirst();
    assertThat(RawHttp.exchange(plain, request("")).status()).isEqualTo(200);
    try (Socket socket = RawHttp.connect(server.address())) {
      socket.getOutputStream().write(request(""));
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("HTTP");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "X-Forwarded-For: 10.5.5.5; 10.5.5.5",
        "X-Forwarded-For: 10.1.1.1, 10.5.5.5; 10.5.5.5",
        "X-Forwarded-For: 10.5.5.5, 127.0.0.1; 10.5.5.5",
        "X-Forwarded-For: 10.5.5.5:4711; 10.5.5.5",
        "X-Forwarded-For: [2001:db8::1]:4711; 2001:db8:0:0:0:0:0:1",
        "X-Forwarded-For: 10.1.1.1, evil.example; 127.0.0.1",
        "X-Forwarded-For: ,; 127.0.0.1",
        "X-Other: 1; 127.0.0.1",
      })
  void aTrustedProxyIsBelievedAsFarAsItReaches(String header, String source) throws IOException {
    serve(proxied(true, false));
    assertThat(RawHttp.exchange(server.address(), request(header + "\r\n")).status())
        .isEqualTo(200);
    assertThat(source()).isEqualTo(source);
  }

  @Test
  void nobodyElseIsBelieved() throws IOException {
    serve(proxied(false, false));
    String header = "X-Forwarded-For: 10.5.5.5\r\nX-Forwarded-Proto: https\r\n";
    assertThat(RawHttp.exchange(server.address(), request(header)).status()).isEqualTo(200);
    assertThat(source()).isEqualTo("127.0.0.1");
    assertThat(requests.asked.element().caller().proof().encrypted()).isFalse();
  }

  @Test
  void theProxyProtocolSaysWhereAClientComesFrom() throws IOException {
    serve(proxied(true, true));
    byte[] line = RawHttp.bytes("PROXY TCP4 10.7.7.7 127.0.0.1 4711 8080\r\n");
    assertThat(RawHttp.exchange(server.address(), RawHttp.join(line, request(""))).status())
        .isEqualTo(200);
    assertThat(source()).isEqualTo("10.7.7.7");
    assertThat(RawHttp.exchange(server.address(), request("")).status())
        .as("without the line")
        .isZero();
  }

  @Test
  void theProxyProtocolIsTakenFromTrustedProxiesAlone() throws IOException {
    serve(proxied(false, true));
    byte[] line = RawHttp.bytes("PROXY TCP4 10.7.7.7 127.0.0.1 4711 8080\r\n");
    assertThat(RawHttp.exchange(server.address(), RawHttp.join(line, request(""))).status())
        .isZero();
    assertThat(requests.asked).isEmpty();
  }

  @Test
  void aProxyThatSaysNothingIsCutOff() throws IOException {
    SoapSettings settings = SoapSettings.DEFAULT.at("127.0.0.1", 0).behind(proxied(true, true));
    server =
        new SoapServer(
            settings.timed(
                new SoapSettings.Times(
                    Duration.ofMillis(100), Duration.ofMinutes(10), Duration.ofSeconds(1))),
            requests,
            id -> ZoneOffset.UTC,
            () -> now);
    assertThat(RawHttp.exchange(server.address(), RawHttp.bytes("PROXY TCP4 10.7")).status())
        .isZero();
  }

  private static Door proxied(boolean trusted, boolean protocol) {
    return new Door(
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        address -> trusted && address.isLoopbackAddress(),
        protocol);
  }

  @Test
  void oneChargerOverItsPaceIsToldToComeAgainAndOthersAreServed() throws IOException {
    serve(Door.PLAIN, new SoapSettings.Rates(3, 0, 0));
    for (int i = 0; i < 3; i++) {
      assertThat(ask("CP-1", "{HEARTBEAT}")).isEqualTo(200);
    }
    assertThat(ask("CP-1", "{HEARTBEAT}")).isEqualTo(503);
    assertThat(ask("CP-1", "<m:stopTransactionRequest xmlns:m='urn://Ocpp/Cs/2015/10/'/>"))
        .as("a transaction message is closed")
        .isZero();
    assertThat(ask("CP-2", "{HEARTBEAT}")).isEqualTo(200);
    now = now.plusSeconds(1);
    assertThat(ask("CP-1", "{HEARTBEAT}")).isEqualTo(200);
  }

  @Test
  void oneSourceOverItsPaceIsToldToComeAgain() throws IOException {
    serve(Door.PLAIN, new SoapSettings.Rates(0, 0, 2));
    assertThat(ask("CP-1", "{HEARTBEAT}")).isEqualTo(200);
    assertThat(ask("CP-2", "{HEARTBEAT}")).isEqualTo(200);
    assertThat(ask("CP-3", "{HEARTBEAT}")).isEqualTo(503);
    now = now.plusSeconds(1);
    assertThat(ask("CP-3", "{HEARTBEAT}")).isEqualTo(200);
  }

  @Test
  void whoIsRefusedTooOftenIsNotReadAnyMore() throws IOException {
    serve(Door.PLAIN, new SoapSettings.Rates(0, 2, 0));
    assertThat(ask("STRANGER", "{HEARTBEAT}")).isEqualTo(400);
    assertThat(ask("STRANGER", "{HEARTBEAT}")).isEqualTo(400);
    assertThat(ask("CP-1", "{HEARTBEAT}")).isZero();
    now = now.plusSeconds(1);
    assertThat(ask("CP-1", "{HEARTBEAT}")).isEqualTo(200);
  }

  private int ask(String id, String body) throws IOException {
    List<String> headers = List.of("Host: b", SoapServerCase.TYPE);
    byte[] request = RawHttp.post("/ocpp", headers, SoapServerCase.from(id, body));
    return RawHttp.exchange(server.address(), request).status();
  }

  private String source() {
    return requests.asked.element().caller().source().getAddress().getHostAddress();
  }

  private static byte[] request(String header) {
    byte[] body = SoapServerCase.heartbeat();
    String head =
        "POST /ocpp HTTP/1.1\r\nHost: b\r\nContent-Type: application/soap+xml\r\n"
            + header
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    return RawHttp.join(RawHttp.bytes(head), body);
  }

  private static SSLContext client(TestCertificate trusted, Optional<TestCertificate> own) {
    return TlsContexts.client(
        new TlsConfig(
            Optional.of(trusted.certificate()),
            own.map(TestCertificate::certificate),
            own.map(TestCertificate::key).map(Secret::of)));
  }

  private int post(SSLContext client) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (Socket socket =
        client.getSocketFactory().createSocket(loopback, server.address().getPort())) {
      socket.setSoTimeout(20_000);
      ((SSLSocket) socket).startHandshake();
      socket.getOutputStream().write(request(""));
      int status = RawHttp.read(socket.getInputStream()).status();
      if (status == 0) {
        throw new IOException("closed");
      }
      return status;
    }
  }
}
