package org.ocppbridge.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.console.view.FleetRow;

/** A large fleet does not make its page slow. */
class FleetSpeedTest {

  private static final int CHARGERS = 20_000;

  /** Of one request; a browser makes two for the page. On an idle machine it takes some ms. */
  private static final Duration LONGEST = Duration.ofMillis(400);

  @Test
  void aPageOfAFleetOfTwentyThousandIsThereAtOnce() throws Exception {
    try (AdminServer server =
            new AdminServer(
                new AdminSettings(
                    "127.0.0.1", 0, Optional.empty(), Duration.ofHours(1), InstantSource.system()),
                AdminToken.configured(AdminServerTest.TOKEN),
                new AuditLog(Optional.empty(), InstantSource.system()),
                FakeFleet.of(CHARGERS).operator());
        HttpClient http = HttpClient.newHttpClient()) {
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String query = "?search=cp-1&sort=-power&attention=" + (i % 2 == 0);
        URI url =
            URI.create(
                "http://127.0.0.1:" + server.address().getPort() + "/api/v1/chargers" + query);
        long begin = System.nanoTime();
        String page =
            http.send(
                    HttpRequest.newBuilder(url)
                        .header("Authorization", "Bearer " + AdminServerTest.TOKEN)
                        .build(),
                    BodyHandlers.ofString())
                .body();
        times.add(System.nanoTime() - begin);
        assertThat(page).contains("\"total\":20000").hasSizeLessThan(100_000);
      }
      long median = times.stream().sorted().toList().get(times.size() / 2);
      assertThat(Duration.ofNanos(median)).isLessThan(LONGEST);
    }
  }

  @Test
  void whatChangedIsTold() {
    FleetRow one = FakeFleet.row("CP-1", "UP", 0);
    FleetRow two = FakeFleet.row("CP-2", "UP", 0);
    FleetRow busy = FakeFleet.row("CP-2", "UP", 1);
    assertThat(LiveEvents.changed(List.of(one, two), List.of(one, busy)))
        .isEqualTo(new LiveEvents.ChangedRows(List.of(busy), false));
    assertThat(LiveEvents.changed(List.of(one, two), List.of(one)).more()).isTrue();
    assertThat(LiveEvents.changed(List.of(one), List.of(one, two)).more()).isTrue();
    assertThat(LiveEvents.changed(List.of(one), List.of(FakeFleet.row("CP-1", "UP", 0))).rows())
        .isEmpty();
  }
}
