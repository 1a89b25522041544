package org.ocppbridge.adapter.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.ocppbridge.adapter.csms.TestCsms;

/**
 * A bridge that is attacked in a process of its own; after each attack, how long the honest charger
 * waited and how full the heap is.
 */
abstract class AttackCase {

  /** Another address than the honest charger's: soap.rate stops all that comes from one. */
  static final String ATTACKER = "127.0.0.4";

  static final String TOKEN = "0123456789abcdef";
  static final int SOON_MILLIS = 1_000;

  /** What is on the heap after all attacks, over what was there before: caches, compiled code. */
  private static final long HEAP_SLACK = 24L << 20;

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

  static TestCsms csms;
  static Victim bridge;
  private static long heapBefore;

  @BeforeAll
  static void start() throws IOException {
    csms = TestCsms.start();
    csms.answer(AttackCase::answer);
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

  @AfterEach
  void theMemoryIsBackAfterEachAttack(TestInfo attack) {
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .untilAsserted(() -> assertThat(bridge.heap()).isLessThan(heapBefore + HEAP_SLACK));
    System.out.printf(
        "%s: %s; heap %d kB before all, now %d kB%n",
        attack.getDisplayName(), bridge.waited(), heapBefore >> 10, bridge.lastHeap() >> 10);
  }

  static void assertRefused(String answer) {
    assertThat(Envelopes.status(answer)).as(answer).isIn(0, 400, 413);
  }

  static String send(String from, byte[] request) throws IOException {
    try (Socket socket = bridge.connect(from)) {
      return Envelopes.answer(socket, request);
    } catch (ConnectException nobody) {
      throw nobody;
    } catch (IOException reset) {
      return "";
    }
  }

  static String status() throws IOException, InterruptedException {
    InetSocketAddress admin = bridge.admin();
    URI url = URI.create("http://127.0.0.1:" + admin.getPort() + "/api/v1/chargers");
    HttpRequest request =
        HttpRequest.newBuilder(url).header("Authorization", "Bearer " + TOKEN).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
