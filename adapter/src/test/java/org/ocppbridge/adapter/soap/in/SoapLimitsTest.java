package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.soap.ContentCoding;

/** Bodies that are too many, too large or too slow. */
class SoapLimitsTest extends SoapServerCase {

  @Test
  void bombsAreRefused() throws IOException {
    byte[] nested = from("CP-1", "<a>".repeat(50) + "</a>".repeat(50));
    byte[] wide = from("CP-1", "<x xmlns='urn://Ocpp/Cs/2015/10/'>" + "<a/>".repeat(500) + "</x>");
    byte[] inflating = ContentCoding.encode(new byte[5_000_000], "deflate");
    for (byte[] bomb : List.of(nested, wide)) {
      RawHttp.Answer answer = post(bomb);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("ProtocolError");
    }
    assertThat(post(inflating, "Content-Encoding: deflate").text())
        .contains("more than 60000 bytes after decompression");
    assertThat(post(ContentCoding.encode(new byte[5_000_000], "gzip")).text())
        .contains("after decompression");
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeAndWhileItIsRead() throws IOException {
    assertThat(
            raw("POST /ocpp HTTP/1.1\r\nHost: b\r\nContent-Length: 20001\r\n\r\n", new byte[0])
                .status())
        .isEqualTo(413);
    byte[] chunk =
        RawHttp.join(
            RawHttp.bytes("5000\r\n"), RawHttp.join(new byte[0x5000], RawHttp.bytes("\r\n")));
    RawHttp.Answer answer =
        raw(
            "POST /ocpp HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n",
            RawHttp.join(chunk, chunk));
    assertThat(answer.status()).isIn(0, 413);
    assertThat(requests.asked).isEmpty();
  }

  @Test
  void slowClientsHoldUpNobody() throws IOException {
    List<Socket> slow = new ArrayList<>();
    byte[] whole = RawHttp.post("/ocpp", List.of(TYPE), from("SLOW", "{HEARTBEAT}"));
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = RawHttp.connect(server.address());
        socket.getOutputStream().write(whole, 0, whole.length - 10);
        slow.add(socket);
      }
      assertThat(post(heartbeat()).status()).isEqualTo(200);
      slow.getFirst().getOutputStream().write(whole, whole.length - 10, 10);
      assertThat(RawHttp.read(slow.getFirst().getInputStream()).status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /**
   * Half-sent bodies of one megabyte would otherwise be held for a minute, on any number of them.
   */
  @Test
  void halfSentBodiesBeyondTheBudgetGiveWayToOthers() throws IOException {
    String head = "POST /ocpp HTTP/1.1\r\nContent-Length: 20000\r\n\r\n";
    byte[] half = RawHttp.join(RawHttp.bytes(head), new byte[19_000]);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 3 * BODIES / 20_000; i++) {
        Socket socket = RawHttp.connect(server.address());
        socket.getOutputStream().write(half);
        slow.add(socket);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(post(heartbeat()).status()).isEqualTo(200);
      }
      List<Integer> ends = new ArrayList<>();
      for (Socket socket : slow) {
        ends.add(rest(socket));
      }
      assertThat(ends).filteredOn(status -> status == 400).hasSizeBetween(1, 10);
      assertThat(ends).filteredOn(status -> status == 0).hasSizeGreaterThanOrEqualTo(20);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Sends the rest of a half-sent body; the status of the answer, 0 if there is none. */
  private static int rest(Socket socket) throws IOException {
    try {
      socket.getOutputStream().write(new byte[1_000]);
    } catch (java.net.SocketException closed) {
      return 0;
    }
    return RawHttp.read(socket.getInputStream()).status();
  }

  @Test
  void whatIsClosedWithoutAnAnswerTakesNoRoomOrMemoryForGood() throws IOException {
    byte[] stop =
        from(
            "NOT-STORED",
            "<s:stopTransactionRequest xmlns:s='urn://Ocpp/Cs/2015/10/'>"
                + "<s:transactionId>1</s:transactionId>"
                + " ".repeat(8_000)
                + "</s:stopTransactionRequest>");
    for (int i = 0; i < 3 * BODIES / 8_000; i++) {
      assertThat(post(stop).status()).isZero();
    }
    assertThat(post(heartbeat()).status()).isEqualTo(200);
  }

  private static final String STOP =
      "<m:stopTransactionRequest xmlns:m='urn://Ocpp/Cs/2015/10/'>"
          + "<m:transactionId>1</m:transactionId><m:timestamp>2026-11-21T10:00:00Z</m:timestamp>"
          + "<m:meterStop>5</m:meterStop></m:stopTransactionRequest>";

  @Test
  void overTheLimitTransactionMessagesAreClosedAndOthersGet503() throws IOException {
    List<Socket> inWork = new ArrayList<>();
    try {
      for (int i = 0; i < PLACES_FOR_ALL; i++) {
        inWork.add(begin(from("WAITING", "{HEARTBEAT}")));
      }
      Awaitility.await().until(() -> server.inWork() == PLACES_FOR_ALL);
      RawHttp.Answer refused = post(heartbeat());
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).contains("Retry-After: 10");
      assertThat(post(from("CP-1", STOP)).status()).as("a place is kept for it").isEqualTo(200);

      for (int i = PLACES_FOR_ALL; i < IN_WORK; i++) {
        inWork.add(begin(from("WAITING", STOP)));
      }
      Awaitility.await().until(() -> server.inWork() == IN_WORK);
      assertThat(post(heartbeat()).status()).isEqualTo(503);
      assertThat(post(from("CP-1", STOP)).status()).isZero();
      assertThat(post(ContentCoding.encode(heartbeat(), "gzip")).status()).isZero();
      requests.open.countDown();
      for (Socket socket : inWork) {
        assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
      }
      Awaitility.await().until(() -> server.inWork() == 0);
      assertThat(post(heartbeat()).status()).isEqualTo(200);
    } finally {
      for (Socket socket : inWork) {
        socket.close();
      }
    }
  }

  @Test
  void aChargerThatIsAnswered503KeepsItsConnection() throws IOException {
    List<Socket> inWork = new ArrayList<>();
    try (Socket charger = RawHttp.connect(server.address())) {
      for (int i = 0; i < PLACES_FOR_ALL; i++) {
        inWork.add(begin(from("WAITING", "{HEARTBEAT}")));
      }
      Awaitility.await().until(() -> server.inWork() == PLACES_FOR_ALL);
      byte[] heartbeat = RawHttp.post("/ocpp", List.of("Host: b", TYPE), heartbeat());
      charger.getOutputStream().write(heartbeat);
      assertThat(RawHttp.read(charger.getInputStream()).status()).isEqualTo(503);
      requests.open.countDown();
      Awaitility.await().until(() -> server.inWork() == 0);
      charger.getOutputStream().write(heartbeat);
      assertThat(RawHttp.read(charger.getInputStream()).status()).isEqualTo(200);
    } finally {
      for (Socket socket : inWork) {
        socket.close();
      }
    }
  }

  @Test
  void overloadIsNotHeldAgainstTheAddressItComesFrom() throws IOException {
    server.apply(settings().paced(new SoapSettings.Rates(0, 3, 0)));
    List<Socket> inWork = new ArrayList<>();
    try {
      for (int i = 0; i < PLACES_FOR_ALL; i++) {
        inWork.add(begin(from("WAITING", "{HEARTBEAT}")));
      }
      Awaitility.await().until(() -> server.inWork() == PLACES_FOR_ALL);
      for (int i = 0; i < 10; i++) {
        assertThat(post(heartbeat()).status()).isEqualTo(503);
      }
      assertThat(post(from("CP-1", STOP)).status()).isEqualTo(200);
    } finally {
      requests.open.countDown();
      for (Socket socket : inWork) {
        socket.close();
      }
    }
  }

  @Test
  void whatOnlyWaitsKeepsNobodyOutAndNoMoreWaitThanMay() throws IOException {
    List<Socket> aside = new ArrayList<>();
    try {
      for (int i = 0; i < WAITING; i++) {
        aside.add(begin(from("ASIDE", "{HEARTBEAT}")));
      }
      Awaitility.await().until(() -> server.waiting() == WAITING);
      assertThat(server.inWork()).isZero();
      assertThat(post(heartbeat()).status()).isEqualTo(200);
      assertThat(post(from("ASIDE", "{HEARTBEAT}")).status()).as("not let wait").isEqualTo(200);
      assertThat(server.hurried()).isEqualTo(1);
      requests.open.countDown();
      for (Socket socket : aside) {
        assertThat(RawHttp.read(socket.getInputStream()).status()).isEqualTo(200);
      }
      Awaitility.await().until(() -> server.waiting() + server.inWork() == 0);
    } finally {
      for (Socket socket : aside) {
        socket.close();
      }
    }
  }

  private Socket begin(byte[] body) throws IOException {
    Socket socket = RawHttp.connect(server.address());
    socket.getOutputStream().write(RawHttp.post("/ocpp", List.of(TYPE), body));
    return socket;
  }
}
