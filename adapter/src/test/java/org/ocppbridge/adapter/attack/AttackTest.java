package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Attacks that shall take all the bridge has: memory, time, connections. Seconds here; {@code
 * -Dattack.long=true} for ten thousand idle connections and clients that send a byte a second until
 * they are cut off.
 */
class AttackTest extends AttackCase {

  private static final boolean LONG = Boolean.getBoolean("attack.long");
  private static final int CONNECTIONS = LONG ? 10_000 : 1_000;
  private static final int SLOW = LONG ? 1_000 : 200;

  /** Bytes of a slow client in the short form, as fast as they go. */
  private static final int SLOW_BYTES = 20;

  private static final int BOMBS = LONG ? 400 : 16;
  private static final int STRANGERS = LONG ? 5_000 : 300;
  private static final byte[] EMPTY_GZIP =
      HexFormat.of().parseHex("1f8b08000000000000ff03000000000000000000");

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
  void aFormThatComesByteByByteIsCutOff() throws Exception {
    byte[] head =
        ("POST /login HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
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

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
