package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServerTest {

  private static final String TOKEN = "0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "localhost:8081, 200",
    "127.0.0.1, 200",
    "[::1]:8081, 200",
    "evil.example:8081, 403",
    "127.0.0.1.evil.example, 403",
    "10.1.2.3, 403"
  })
  void withoutATokenOnlyAHostOfLoopbackIsAnswered(String host, int status) throws IOException {
    try (AdminServer server = server(Optional.empty())) {
      assertThat(ask(server, "GET /api/v1/chargers HTTP/1.1\r\nHost: " + host)).contains(status);
      assertThat(ask(server, "GET / HTTP/1.1\r\nHost: " + host)).contains(status);
      assertThat(ask(server, "GET /health/live HTTP/1.1\r\nHost: " + host)).contains(200);
    }
  }

  @ParameterizedTest
  @CsvSource({TOKEN + ", 200", "0123456789abcdee, 401"})
  void withATokenTheTokenDecides(String token, int status) throws IOException {
    try (AdminServer server = server(Optional.of(TOKEN))) {
      assertThat(
              ask(
                  server,
                  "GET / HTTP/1.1\r\nHost: bridge.example\r\nAuthorization: Bearer " + token))
          .contains(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "retry?charger=CP%201&number=7, application/json, 200",
    "drop?charger=CP%201&number=7, application/json, 200",
    "retry?charger=CP%201&number=8, application/json, 404",
    "retry?charger=CP%201&number=x, application/json, 400",
    "retry?charger=CP%201&number=7, text/plain, 415",
    "burn?charger=CP%201&number=7, application/json, 405"
  })
  void aDeadLetterIsTriedAgainOrDroppedOnCommand(String command, String type, int status)
      throws IOException {
    try (AdminServer server = server(Optional.empty())) {
      String head = "POST /api/v1/dead-letters/" + command + " HTTP/1.1\r\nHost: localhost";
      assertThat(ask(server, head + "\r\nContent-Length: 0\r\nContent-Type: " + type))
          .contains(status);
    }
  }

  /** Has one dead letter. */
  static final DeadLetterDesk DESK =
      new DeadLetterDesk() {
        @Override
        public List<DeadLetterStatus> page(String charger, long after) {
          return charger.equals("CP 1") && after == 6
              ? List.of(new DeadLetterStatus(7, Instant.EPOCH, "Stop", "no", "{}"))
              : List.of();
        }

        @Override
        public boolean retry(String charger, long number) {
          return charger.equals("CP 1") && number == 7;
        }

        @Override
        public boolean drop(String charger, long number) {
          return retry(charger, number);
        }
      };

  private static AdminServer server(Optional<String> token) {
    BridgeStatus nobody = new BridgeStatus(new LinkStatus(0, 0, 0, 0), List.of(), List.of());
    return new AdminServer("127.0.0.1", 0, token, () -> true, () -> nobody, DESK);
  }

  private static Optional<Integer> ask(AdminServer server, String head) throws IOException {
    try (Socket socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.isEmpty()
          ? Optional.empty()
          : Optional.of(Integer.valueOf(answer.split(" ")[1]));
    }
  }
}
