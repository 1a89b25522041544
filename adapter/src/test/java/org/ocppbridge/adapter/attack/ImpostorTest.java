package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Attackers that pretend to be somebody or somewhere else. */
class ImpostorTest extends AttackCase {

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
              "GET /api/v1/chargers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("GOOD-1");
    }
    assertThat(status()).contains("GOOD-1", "unencrypted, unauthenticated");
    assertThat(String.join("\n", bridge.lines())).doesNotContain(TOKEN);
  }
}
