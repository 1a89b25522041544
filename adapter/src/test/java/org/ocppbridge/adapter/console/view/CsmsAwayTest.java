package org.ocppbridge.adapter.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsmsAwayTest {

  @Test
  void aCsmsThatNoneOfItsChargersReachesIsNamedWithTheCommonestTrouble() {
    List<FleetRow> rows =
        List.of(
            row("main", "BACK_OFF", "refused"),
            row("main", "BACK_OFF", "refused"),
            row("main", "BACK_OFF", "HTTP 503"),
            row("main", "OPENING", ""),
            row("old", "UP", ""));

    assertThat(CsmsAway.warnings(rows))
        .containsExactly("CSMS main: none of its 4 chargers is connected; most often: refused");
  }

  @Test
  void chargersWithTroubleOfTheirOwnAreNoCsmsThatIsAway() {
    assertThat(CsmsAway.warnings(List.of())).isEmpty();
    assertThat(CsmsAway.warnings(List.of(row("main", "BACK_OFF", "HTTP 404")))).isEmpty();
    assertThat(CsmsAway.warnings(List.of(row("a", "CLOSED", ""), row("a", "CLOSED", ""))))
        .isEmpty();
    assertThat(
            CsmsAway.warnings(
                List.of(row("a", "BACK_OFF", "x"), row("a", "BACK_OFF", "x"), row("a", "UP", ""))))
        .isEmpty();
  }

  private static FleetRow row(String target, String link, String trouble) {
    return new FleetRow(
        "CP",
        "1.6",
        "",
        "",
        Instant.EPOCH,
        "",
        target,
        "ocpp1.6",
        link,
        trouble,
        "Accepted",
        List.of(),
        List.of(),
        0,
        0,
        "",
        false,
        List.of(),
        List.of());
  }
}
