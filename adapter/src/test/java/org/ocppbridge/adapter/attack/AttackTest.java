package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.csms.TestCsms;

/**
 * Attacks on the running process; after each, how long the honest charger waited and how full the
 * heap is. Seconds here; {@code -Dattack.long=true} for ten thousand idle connections and clients
 * that send a byte a second until they are cut off.
 */
class AttackTest {

  /** Another address than the honest charger's: soap.rate stops all that comes from one. */
  private static final String ATTACKER = "127.0.0.4";

  private static final String TOKEN = "0123456789abcdef";
  private static final boolean LONG = Boolean.getBoolean("attack.long");
  private static final int CONNECTIONS = LONG ? 10_000 : 1_000;
  private static final int SLOW = LONG ? 1_000 : 200;

  /** Bytes of a slow client in the short form, as fast as they go. */
  private static final int SLOW_BYTES = 20;

  private static final int BOMBS = LONG ? 400 : 16;
  private static final int STRANGERS = LONG ? 5_000 : 300;
  private static final int SOON_MILLIS = 1_000;

  /** What is on the heap after all attacks, over what was there before: caches, compiled code. */
  private static final long HEAP_SLACK = 24L << 20;

  private static final byte[] EMPTY_GZIP =
      HexFormat.of().parseHex("1f8b08000000000000ff03000000000000000000");

  private static final String SETTINGS =
      """
      soap:
        host: 127.0.0.1
        port: 0
        limits: {connections: 12000}
      admin: {port: 0, token: TOKEN}
      data: DATA
      targets: {main: {url: URL}}
      chargers:
        - id: GOOD-1
        - {id: GUARDED, access: {sources: [127.0.0.1/32], path: s3cret-of-the-guarded}}
        - {id: PINNED, pin: {source: refuse, device: refuse}}
        - {id: TWICE}
        - {id: "PROBE-*"}
      """;

  @TempDir static Path folder;

  private static TestCsms csms;
  private static Victim bridge;
  private static long heapBefore;

  @BeforeAll
  static void start() throws IOException {
    csms = TestCsms.start();
    csms.answer(AttackTest::answer);
    bridge =
        new Victim(folder, SETTINGS.replace("URL", csms.url().toString()).replace("TOKEN", TOKEN));
    for (int i = 0; i < 50; i++) {
      assertThat(Envelopes.status(bridge.soap(), Envelopes.heartbeat("GOOD-1"))).isEqualTo(200);
    }
    heapBefore = bridge.heap();
  }

  private static Optional<String> answer(JsonNode call) {
    String time = "\"currentTime\":\"2026-03-01T12:00:00Z\"";
    String payload =
        switch (call.path(2).asText()) {
          case "BootNotification" -> "{\"status\":\"Accepted\",\"interval\":300," + time + "}";
          case "Heartbeat" -> "{" + time + "}";
          default -> "{}";
        };
    return call.path(0).asInt() == 2
        ? Optional.of("[3,\"" + call.path(1).asText() + "\"," + payload + "]")
        : Optional.empty();
  }

  @AfterAll
  static void stop() {
    bridge.close();
    csms.close();
  }

  @Test
  void entitiesAreRefusedBeforeTheyGrow() throws Exception {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    String bomb = laughs + "]>" + Envelopes.heartbeat("&a29;");
    String file =
        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Envelopes.heartbeat("&f;");
    bridge.under(
        () -> {
          for (int i = 0; i < BOMBS; i++) {
            assertRefused(send(ATTACKER, Envelopes.post(i % 2 == 0 ? bomb : file)));
          }
        });
  }

  @Test
  void whatInflatesWithoutEndIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes)) {
      for (int i = 0; i < 200; i++) {
        deflate.write(new byte[1 << 20]);
      }
    }
    byte[] bomb = Envelopes.post(bytes.toByteArray(), "Content-Encoding: deflate");
    bridge.under(
        () -> {
          for (int i = 0; i < BOMBS; i++) {
            String answer = send(ATTACKER, bomb);
            assertThat(Envelopes.status(answer)).isIn(0, 400, 413);
          }
        });
  }

  @Test
  void chunksAndMembersWithoutEndAreRefusedInOneLine() throws Exception {
    byte[] chunks =
        ("POST /ocpp HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\n \r\n".repeat(1_200_000))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] size =
        "POST /ocpp HTTP/1.1\r\nHost: b\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n x"
            .getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      bytes.writeBytes(EMPTY_GZIP);
    }
    byte[] members = Envelopes.post(bytes.toByteArray(), "Content-Encoding: gzip");
    bridge.under(
        () -> {
          for (int i = 0; i < BOMBS / 4; i++) {
            assertRefused(send(ATTACKER, chunks));
            try (Socket open = bridge.connect(ATTACKER)) {
              open.getOutputStream().write(size);
            }
            assertRefused(send(ATTACKER, members));
          }
        });
    assertThat(bridge.lines().stream().filter(line -> line.matches("\\s+at .*|.*Exception.*")))
        .isEmpty();
  }

  @Test
  void depthAndNumberOfElementsAreLimited() throws Exception {
    String deep = Envelopes.envelope("GOOD-1", "", "<a>".repeat(50_000));
    String wide = Envelopes.envelope("GOOD-1", "", "<a/>".repeat(200_000));
    bridge.under(
        () -> {
          for (int i = 0; i < BOMBS / 2; i++) {
            assertRefused(send(ATTACKER, Envelopes.post(deep)));
            assertRefused(send(ATTACKER, Envelopes.post(wide)));
          }
        });
  }

  @Test
  void clientsThatSendByteByByteHoldUpNobody() throws Exception {
    byte[] request = Envelopes.post(Envelopes.heartbeat("GOOD-1"));
    List<Socket> slow = new ArrayList<>();
    try {
      bridge.under(
          () -> {
            for (int i = 0; i < SLOW; i++) {
              slow.add(bridge.connect("127.0.0.1"));
            }
            if (LONG) {
              untilCutOff(slow, request);
            } else {
              for (int at = 0; at < SLOW_BYTES; at++) {
                assertThat(sendByte(slow, request[at])).hasSize(SLOW);
              }
            }
          });
    } finally {
      close(slow);
    }
  }

  /** A byte a second. The head takes longer than the whole may: soap.timeouts. */
  private static void untilCutOff(List<Socket> slow, byte[] request) {
    List<Socket> open = new ArrayList<>(slow);
    AtomicInteger at = new AtomicInteger();
    Awaitility.await()
        .pollInterval(1, TimeUnit.SECONDS)
        .atMost(180, TimeUnit.SECONDS)
        .until(
            () -> {
              open.retainAll(sendByte(open, request[at.getAndIncrement()]));
              return open.isEmpty();
            });
  }

  /** Those that took it. */
  private static List<Socket> sendByte(List<Socket> to, byte value) {
    List<Socket> open = new ArrayList<>();
    for (Socket socket : to) {
      try {
        socket.getOutputStream().write(value);
        open.add(socket);
      } catch (IOException cutOff) {
        // Not among those.
      }
    }
    return open;
  }

  @Test
  void idleConnectionsHoldUpNobodyAndAreFreed() throws Exception {
    long before = bridge.descriptors();
    List<Socket> idle = new ArrayList<>();
    try {
      bridge.under(
          () -> {
            for (int i = 0; i < CONNECTIONS; i++) {
              idle.add(bridge.connect("127.0.0.1"));
            }
          });
    } finally {
      close(idle);
    }
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(bridge.descriptors()).isLessThan(before + 100));
  }

  @Test
  void strangersThatAskForEverythingDoNotStopOthers() throws Exception {
    bridge.under(
        () -> {
          for (int i = 0; i < STRANGERS; i++) {
            String answer = send("127.0.0.3", Envelopes.post(Envelopes.heartbeat("STRANGER-" + i)));
            assertThat(Envelopes.status(answer)).isIn(0, 400);
          }
        });
    assertThat(csms.requests()).noneMatch(request -> request.target().contains("STRANGER"));
  }

  @Test
  void lineBreaksInAnIdentityReachNoHeader() throws Exception {
    bridge.under(
        () -> {
          for (String id :
              List.of(
                  "PROBE-1&#13;&#10;X-Injected: 1",
                  "PROBE-1\r\nX-Injected: 1",
                  "PROBE-1%0d%0aX-Injected: 1",
                  "PROBE-1/../../admin?x=1#y")) {
            send("127.0.0.1", Envelopes.post(Envelopes.boot(id, "M")));
          }
        });
    assertThat(Envelopes.status(bridge.soap(), Envelopes.boot("PROBE-OK", "M"))).isEqualTo(200);
    Awaitility.await()
        .until(() -> csms.requests().stream().anyMatch(r -> r.target().endsWith("PROBE-OK")));
    assertThat(csms.requests())
        .allMatch(request -> !request.toString().contains("X-Injected: 1"))
        .noneMatch(request -> request.target().contains("..%2F") && request.target().contains("?"));
  }

  @Test
  void addressesThatAChargerNamesElsewhereAreNeverCalled() throws Exception {
    try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.2"))) {
      trap.setSoTimeout(SOON_MILLIS);
      String url = "http://127.0.0.2:" + trap.getLocalPort() + "/";
      String headers =
          "<a:From><a:Address>%s</a:Address></a:From><a:ReplyTo><a:Address>%s</a:Address></a:ReplyTo>"
                  .formatted(url, url)
              + "<a:FaultTo><a:Address>%s</a:Address></a:FaultTo>".formatted(url);
      bridge.under(
          () -> {
            send("127.0.0.1", Envelopes.post(Envelopes.boot("PROBE-FROM", "M", headers)));
            send("127.0.0.1", Envelopes.post(Envelopes.envelope("PROBE-FROM", headers, "<no/>")));
            Awaitility.await().until(() -> csms.open("PROBE-FROM") == 1);
            csms.send("PROBE-FROM", "[2,\"1\",\"ClearCache\",{}]");
          });
      assertThat(connects(trap)).as("nobody connects there").isFalse();
    }
    assertThat(status()).contains("cannot be called");
  }

  private static boolean connects(ServerSocket trap) throws IOException {
    try (Socket _ = trap.accept()) {
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  @Test
  void anIdentityFromAnotherSourceOrWithoutItsSecretIsRefused() throws Exception {
    byte[] request = Envelopes.post(Envelopes.boot("GUARDED", "M"));
    byte[] right =
        new String(request, StandardCharsets.UTF_8)
            .replace("POST /ocpp ", "POST /ocpp/S3CRET-of-the-guarded ")
            .getBytes(StandardCharsets.UTF_8);
    bridge.under(
        () -> {
          assertRefused(send("127.0.0.1", request));
          String answer = send("127.0.0.2", right);
          assertRefused(answer);
          assertThat(answer).contains("not let in").doesNotContain("access", "127.0.0");
        });
    assertThat(csms.requests()).noneMatch(asked -> asked.target().endsWith("GUARDED"));
    assertThat(Envelopes.status(send("127.0.0.1", right))).isEqualTo(200);
    assertThat(String.join("\n", bridge.lines())).doesNotContainIgnoringCase("s3cret-of");
  }

  @Test
  void aPinnedChargerIsNotTakenOverByAnotherSourceOrDevice() throws Exception {
    assertThat(Envelopes.status(send("127.0.0.1", Envelopes.post(Envelopes.boot("PINNED", "One")))))
        .isEqualTo(200);
    bridge.under(
        () -> {
          assertRefused(send("127.0.0.2", Envelopes.post(Envelopes.heartbeat("PINNED"))));
          assertRefused(send("127.0.0.1", Envelopes.post(Envelopes.boot("PINNED", "Two"))));
        });
    assertThat(status()).contains("another device: model 'Two' instead of 'One'");
  }

  @Test
  void twoSendersOfOneIdentityAreAnAlarm() throws Exception {
    for (String source : List.of("127.0.0.1", "127.0.0.2", "127.0.0.1")) {
      send(source, Envelopes.post(Envelopes.heartbeat("TWICE")));
    }
    assertThat(status()).contains("two senders at the same time: 127.0.0.1 and 127.0.0.2");
    assertThat(bridge.lines()).anyMatch(line -> line.contains("ALARM charger TWICE: two senders"));
  }

  @Test
  void theAdminPortShowsNothingToStrangersAndItsTokenIsNeverWritten() throws Exception {
    try (Socket socket = new Socket()) {
      socket.connect(bridge.admin(), SOON_MILLIS);
      String answer =
          Envelopes.answer(
              socket,
              "GET /api/v1/chargers HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("GOOD-1");
    }
    assertThat(status()).contains("GOOD-1", "unencrypted, unauthenticated");
    assertThat(String.join("\n", bridge.lines())).doesNotContain(TOKEN);
  }

  @Test
  void aFormThatComesByteByByteIsCutOff() throws Exception {
    byte[] head =
        ("POST /login HTTP/1.1\r\nHost: b\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 5000\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket()) {
      socket.connect(bridge.admin(), SOON_MILLIS);
      socket.getOutputStream().write(head);
      bridge.under(
          () ->
              Awaitility.await()
                  .pollInterval(200, TimeUnit.MILLISECONDS)
                  .atMost(40, TimeUnit.SECONDS)
                  .until(() -> sendByte(List.of(socket), (byte) 120).isEmpty()));
    }
  }

  @AfterEach
  void theMemoryIsBackAfterEachAttack(TestInfo attack) {
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(bridge.heap()).isLessThan(heapBefore + HEAP_SLACK));
    System.out.printf(
        "%s: %s; heap %d kB before all, now %d kB%n",
        attack.getDisplayName(), bridge.waited(), heapBefore >> 10, bridge.lastHeap() >> 10);
  }

  private static void assertRefused(String answer) {
    assertThat(Envelopes.status(answer)).as(answer).isIn(0, 400, 413);
  }

  private static String send(String from, byte[] request) throws IOException {
    try (Socket socket = bridge.connect(from)) {
      return Envelopes.answer(socket, request);
    } catch (ConnectException nobody) {
      throw nobody;
    } catch (IOException reset) {
      return "";
    }
  }

  private static String status() throws IOException, InterruptedException {
    InetSocketAddress admin = bridge.admin();
    URI url = URI.create("http://127.0.0.1:" + admin.getPort() + "/api/v1/chargers");
    HttpRequest request =
        HttpRequest.newBuilder(url).header("Authorization", "Bearer " + TOKEN).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
