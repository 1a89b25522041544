package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.adapter.soap.ContentCoding;
import org.ocppbridge.adapter.soap.GrowingBytes;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.Contract;
import org.slf4j.LoggerFactory;

/** What cannot be said in a table of envelopes: framing, forms, and what must not happen. */
class SoapServerTest extends SoapServerCase {

  static Stream<Contract.Message> everyRequest() {
    return Stream.of(SoapVersion.values())
        .map(version -> Contract.of(version, Contract.Side.CS))
        .flatMap(contract -> contract.messages().stream())
        .filter(message -> message.kind() == Contract.Message.Kind.REQUEST);
  }

  @ParameterizedTest
  @MethodSource("everyRequest")
  void everyOperationOfEveryVersionIsAnswered(Contract.Message message) throws IOException {
    String space = message.contract().namespace();
    String body =
        filled(message.root())
            .replaceFirst(message.element(), message.element() + " xmlns=\"" + space + "\"");
    RawHttp.Answer answer = post(from("CP-1", body));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("Response xmlns=\"" + space + "\"");
    assertThat(requests.asked.element().operation().name()).isEqualTo(message.operation());
    assertThat(requests.asked.element().caller().version()).isEqualTo(message.contract().version());
  }

  private static String filled(Contract.Field field) {
    String inside =
        field.type().text()
            ? "1"
            : field.type().fields().stream()
                .map(SoapServerTest::filled)
                .collect(Collectors.joining());
    return "<" + field.name() + ">" + inside + "</" + field.name() + ">";
  }

  /** H9: OCPP-S 1.6 §6.1. */
  @Test
  void compressedRequestsAreReadWhateverTheirHeaderSays() throws IOException {
    byte[] zlib = ContentCoding.encode(heartbeat(), "deflate");
    byte[] bare = java.util.Arrays.copyOfRange(zlib, 2, zlib.length - 4);
    byte[] gzip = ContentCoding.encode(heartbeat(), "gzip");
    assertThat(post(gzip, "Content-Encoding: gzip").status()).isEqualTo(200);
    assertThat(post(gzip, "Content-Encoding: X-GZIP").status()).isEqualTo(200);
    assertThat(post(gzip).status()).isEqualTo(200);
    assertThat(post(zlib, "Content-Encoding: deflate").status()).isEqualTo(200);
    assertThat(post(bare, "Content-Encoding: deflate").status()).isEqualTo(200);
    assertThat(post(heartbeat(), "Content-Encoding: gzip").status()).isEqualTo(200);
    assertThat(post(heartbeat(), "Content-Encoding: deflate").status()).isEqualTo(200);
    assertThat(post(heartbeat(), "Content-Encoding: identity").status()).isEqualTo(200);
    assertThat(post(zlib).status()).isEqualTo(200);
    assertThat(post(zlib, "Content-Encoding: gzip").status()).isEqualTo(200);
    assertThat(post(heartbeat(), "Content-Encoding: UTF-8").status()).isEqualTo(200);
    byte[] marked = RawHttp.join(RawHttp.bytes("\ufeff"), heartbeat());
    assertThat(post(marked, "Content-Encoding: deflate").status()).isEqualTo(200);
    assertThat(post(bare, "Content-Encoding: br").status()).isEqualTo(400);
    assertThat(post(java.util.Arrays.copyOf(gzip, 30), "Content-Encoding: gzip").status())
        .isEqualTo(400);
  }

  @Test
  void theAnswerIsCompressedOnlyWhenAskedFor() throws IOException {
    assertThat(post(heartbeat()).header("Content-Encoding")).isEmpty();
    assertThat(post(heartbeat(), "Accept-Encoding: gzip;q=0, identity").header("Content-Encoding"))
        .isEmpty();
    for (String coding : List.of("gzip", "deflate")) {
      RawHttp.Answer answer = post(heartbeat(), "Accept-Encoding: br, " + coding + ";q=0.5");
      assertThat(answer.header("Content-Encoding")).contains(coding);
      String text =
          new String(
              ContentCoding.decode(answer.body(), coding, new GrowingBytes(10_000, more -> true)),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(text).contains("heartbeatResponse");
    }
  }

  @Test
  void onlyPostIsServedAndNoDescriptionOfTheService() throws IOException {
    for (String request :
        List.of(
            "GET /ocpp?wsdl",
            "GET /ocpp",
            "HEAD /ocpp",
            "PUT /ocpp",
            "OPTIONS /ocpp/x",
            "FOO /ocpp")) {
      RawHttp.Answer answer = raw(request + " HTTP/1.1\r\nHost: b\r\n\r\n", new byte[0]);
      assertThat(answer.status()).as(request).isEqualTo(405);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(raw("GET /services HTTP/1.1\r\nHost: b\r\n\r\n", new byte[0]).status())
        .isEqualTo(404);
  }

  @Test
  void theAliasSlashServesEveryPath() throws IOException {
    try (SoapServer all =
        new SoapServer(
            SoapSettings.DEFAULT.at("127.0.0.1", 0).aliased(List.of("/")),
            requests,
            id -> ZoneOffset.UTC,
            InstantSource.system())) {
      for (String path : List.of("/", "/steve/services/CentralSystemService", "/ocpp/CP-1", "/x")) {
        byte[] request = RawHttp.post(path, List.of(TYPE, "Connection: close"), heartbeat());
        assertThat(RawHttp.exchange(all.address(), request).status()).as(path).isEqualTo(200);
      }
    }
  }

  /** H17. */
  @Test
  void http10AndExpectAndOddHostsAreServed() throws IOException {
    String length = "Content-Length: " + heartbeat().length + "\r\n\r\n";
    assertThat(raw("POST /ocpp HTTP/1.0\r\n" + length, heartbeat()).status()).isEqualTo(200);
    assertThat(
            raw("POST /ocpp HTTP/1.1\r\nExpect: 100-continue\r\n" + length, heartbeat()).status())
        .isEqualTo(200);
    assertThat(
            raw("POST /ocpp HTTP/1.1\r\nHost: http://[bad_host/\r\n" + length, heartbeat())
                .status())
        .isEqualTo(200);
    assertThat(
            raw(
                    "POST http://bridge:8080/ocpp HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + length,
                    heartbeat())
                .status())
        .isEqualTo(200);
  }

  @Test
  void aChunkedRequestIsAnsweredAndIsTheLastOnItsConnection() throws IOException {
    byte[] size = RawHttp.bytes(Integer.toHexString(heartbeat().length) + "\r\n");
    byte[] chunks = RawHttp.join(size, RawHttp.join(heartbeat(), RawHttp.bytes("\r\n0\r\n\r\n")));
    RawHttp.Answer answer =
        raw("POST /ocpp HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n", chunks);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Connection")).contains("close");
  }

  @Test
  void aConnectionIsKeptForTheNextRequest() throws IOException {
    try (Socket socket = RawHttp.connect(server.address())) {
      for (int i = 0; i < 3; i++) {
        socket.getOutputStream().write(RawHttp.post("/ocpp", List.of(TYPE), heartbeat()));
        assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
      }
    }
  }

  static Stream<String> oddFraming() {
    String chunked = "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        chunked + "{LENGTH}\r\n{BODY}\r\n0x0\r\n\r\n",
        chunked + "{LENGTH}\r\n{BODY}\r\n+0\r\n\r\n",
        chunked + "{LENGTH}\r\n{BODY}\r\n0\r\n\r\n",
        chunked + "{LENGTH}\n{BODY}\n0\n\n",
        "Content-Length: {SIZE}\n\n{BODY}",
        "X: y\nContent-Length: {SIZE}\r\n\r\n{BODY}",
        "Content-Length: {SIZE}\r\nContent-Length: {SIZE}\r\n\r\n{BODY}",
        "Content-Length: {SIZE}\r\nTransfer-Encoding: chunked\r\n\r\n{LENGTH}\r\n{BODY}\r\n0\r\n\r\n",
        "Content-Length: 18446744073709551616\r\n\r\n{BODY}",
        "Content-Length: +{SIZE}\r\n\r\n{BODY}",
        "Content-Length : {SIZE}\r\n\r\n{BODY}",
        "Transfer-Encoding: xchunked\r\n\r\n{LENGTH}\r\n{BODY}\r\n0\r\n\r\n",
        "Content-Length:\r\n {SIZE}\r\n\r\n{BODY}",
        "Content-Length: {SIZE}\r\n\r\n{BODY}");
  }

  /**
   * Request smuggling: whatever stands behind a request that was sent in one piece is never served
   * as a second one.
   */
  @ParameterizedTest
  @MethodSource("oddFraming")
  void nothingBehindARequestIsServed(String framing) throws IOException {
    String text = new String(heartbeat(), java.nio.charset.StandardCharsets.UTF_8);
    String head =
        framing
            .replace("{LENGTH}", Integer.toHexString(text.length()))
            .replace("{SIZE}", Integer.toString(text.length()))
            .replace("{BODY}", text);
    byte[] hidden = RawHttp.post("/ocpp", List.of(TYPE), from("HIDDEN", "{HEARTBEAT}"));
    try (Socket socket = RawHttp.connect(server.address())) {
      socket
          .getOutputStream()
          .write(RawHttp.join(RawHttp.bytes("POST /ocpp HTTP/1.1\r\n" + head), hidden));
      RawHttp.Answer first = RawHttp.read(socket.getInputStream());
      assertThat(first.status()).isIn(0, 200, 400, 413);
      assertThat(RawHttp.read(socket.getInputStream()).status()).isZero();
    }
    assertThat(requests.asked).noneMatch(asked -> asked.caller().id().value().equals("HIDDEN"));
  }

  /**
   * A13, D07: no connection for ReplyTo or FaultTo, whether the request is good, faulty or
   * unreadable.
   */
  @Test
  void replyToAndFaultToAreNeverFollowed() throws IOException {
    try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String address = "<a:Address>http://127.0.0.1:" + trap.getLocalPort() + "/x</a:Address>";
      String headers =
          "<a:ReplyTo xmlns:a='{WSA}'>"
              + address
              + "</a:ReplyTo><a:FaultTo xmlns:a='{WSA}'>"
              + address
              + "</a:FaultTo><a:MessageID xmlns:a='{WSA}'>1</a:MessageID>";
      assertThat(post(RawHttp.bytes(FieldCase.envelope("{ID}" + headers, "{HEARTBEAT}"))).text())
          .contains("heartbeatResponse");
      assertThat(post(RawHttp.bytes(FieldCase.envelope(headers, "{HEARTBEAT}"))).text())
          .contains("ProtocolError");
      assertThat(post(RawHttp.bytes(FieldCase.envelope("{ID}" + headers, "<x/>"))).text())
          .contains("NotSupported");
      assertThat(post(RawHttp.bytes(FieldCase.envelope("{ID}" + headers, "<x>"))).text())
          .contains("ProtocolError");
      trap.setSoTimeout(200);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(trap::accept))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void whatCannotBeStoredIsClosedForTransactionsAndHeartbeatsAnd503ForTheRest() throws IOException {
    String stop =
        "<s:stopTransactionRequest xmlns:s='urn://Ocpp/Cs/2015/10/'>"
            + "<s:transactionId>1</s:transactionId></s:stopTransactionRequest>";
    assertThat(post(from("NOT-STORED", stop)).status()).isZero();
    assertThat(post(from("NOT-STORED", "{HEARTBEAT}")).status()).isZero();
    assertThat(
            post(from(
                    "NOT-STORED",
                    "<firmwareStatusNotificationRequest xmlns='urn://Ocpp/Cs/2015/10/'>"
                        + "<status>Installed</status></firmwareStatusNotificationRequest>"))
                .status())
        .isEqualTo(503);
  }

  @Test
  void everyRefusalIsOneLineInTheLogWithoutControlCharacters() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    List<byte[]> bad =
        List.of(
            RawHttp.bytes("\u0007no\r\nxml"),
            new byte[0],
            from("STRANGER", "{HEARTBEAT}"),
            from("A&#10;B", "{HEARTBEAT}"),
            from("CP-1", "<resetRequest xmlns='urn://Ocpp/Cp/2015/10/'/>"),
            from("NOT-STORED", "<stopTransactionRequest xmlns='urn://Ocpp/Cs/2015/10/'/>"),
            from("OVERLOADED", "{HEARTBEAT}"),
            from("UNDECIDED", "{HEARTBEAT}"),
            from("BUG", "{HEARTBEAT}"));
    try {
      for (byte[] body : bad) {
        lines.list.clear();
        post(body);
        List<ILoggingEvent> shown =
            lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .toList();
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().getFormattedMessage().chars())
            .noneMatch(Character::isISOControl);
      }
    } finally {
      root.detachAppender(lines);
    }
  }

  @Test
  void linesOfARequestCarryItsChargerAndOthersDoNot() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    try {
      post(from("UNDECIDED", "{HEARTBEAT}"));
      post(new byte[0]);
      Awaitility.await().until(() -> lines.list.size() >= 2);
      assertThat(lines.list.get(0).getMDCPropertyMap()).containsEntry("charger", "UNDECIDED");
      assertThat(lines.list.get(1).getMDCPropertyMap()).doesNotContainKey("charger");
    } finally {
      root.detachAppender(lines);
    }
  }

  @Test
  void closingWaitsForWhatIsInWork() throws Exception {
    try (Socket socket = RawHttp.connect(server.address())) {
      socket
          .getOutputStream()
          .write(RawHttp.post("/ocpp", List.of(TYPE), from("WAITING", "{HEARTBEAT}")));
      Awaitility.await().until(() -> requests.waiting.get() == 1);
      Thread closing = Thread.ofVirtual().start(server::close);
      requests.open.countDown();
      assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
      closing.join();
    }
  }
}
