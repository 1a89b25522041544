package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusPageTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  private static BridgeStatus bridge(String reason) {
    ChargerStatus charger =
        new ChargerStatus(
            "CP-1",
            "1.6",
            NOW,
            "http://10.1.2.3/",
            "",
            "main",
            "ocpp1.6",
            "UP",
            "",
            "Accepted",
            List.of(7),
            3,
            41,
            List.of(
                new DeadLetterStatus(1, NOW, "StopTransaction", reason, "{\"meterStop\":4711}")),
            2,
            "unencrypted, unauthenticated",
            List.of(),
            List.of("two senders at the same time: 10.0.0.1 and 10.0.0.2"));
    return new BridgeStatus(
        new LinkStatus(1, 42, 43, 44), List.of(charger), List.of("the disk <is> full"));
  }

  @Test
  void shows_what_was_given_up_and_what_was_dropped() {
    String page = StatusPage.of(bridge("belongs to none"), Optional.empty());
    assertThat(page)
        .contains("<td>41</td><td>3</td>", "StopTransaction", "belongs to none", "4711")
        .contains("<p>the disk &lt;is&gt; full</p>")
        .contains("Late answers: 42", "Unreadable messages: 43", "Repeated calls: 44");
  }

  @Test
  void what_comes_from_outside_is_text_and_nothing_else() {
    assertThat(StatusPage.of(bridge("<script>alert('x')</script>"), Optional.empty()))
        .doesNotContain("<script>")
        .contains("&lt;script&gt;");
  }

  @Test
  void a_long_content_is_cut() {
    DeadLetterStatus letter = new DeadLetterStatus(1, NOW, "Stop", "", "x".repeat(1_000_000));
    assertThat(letter.payload()).hasSize(DeadLetterStatus.PAYLOAD_MAX + 1);
  }

  @Test
  void the_same_is_there_for_programs() throws IOException, InterruptedException {
    try (AdminServer server =
            AdminServerTest.server(AdminServerTest.TOKEN, () -> bridge("belongs to none"));
        HttpClient http = HttpClient.newHttpClient()) {
      URI url = URI.create("http://127.0.0.1:" + server.address().getPort() + "/api/v1/chargers");
      String json =
          http.send(
                  HttpRequest.newBuilder(url)
                      .header("Authorization", "Bearer " + AdminServerTest.TOKEN)
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(json)
          .contains("\"lateAnswers\":42", "\"dropped\":41", "\"deadLettersForgotten\":2")
          .contains("\"reason\":\"belongs to none\"", "\\\"meterStop\\\":4711")
          .contains("\"leg\":\"unencrypted, unauthenticated\"", "two senders at the same time");
    }
  }
}
