package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Authorize while the CSMS cannot say, and what the bridge remembers of tags. */
class AuthorizeTest {

  @Test
  void while_the_csms_is_away_an_unknown_tag_gets_a_fault_so_that_the_charger_decides() {
    try (Stage stage = Stage.with(Csms.away())) {
      Soap charger = stage.charger("CP-1");
      charger.heartbeat();
      stage.awaitLink("CP-1", "BACK_OFF");

      assertUndecided(charger.authorize("TAG"));
    }
  }

  @Test
  void a_csms_that_answers_too_late_or_with_an_error_makes_an_unknown_tag_get_a_fault() {
    try (Stage stage = Stage.with(Csms.start(), "wait: {authorize: 300ms}")) {
      Csms csms = stage.csms().hold("Authorize");
      Soap charger = stage.charger("CP-1");
      charger.boot();
      assertUndecided(charger.authorize("TAG"));

      csms.on("Authorize", p -> Csms.error("InternalError")).release("Authorize");
      assertUndecided(charger.authorize("TAG"));

      csms.on("Authorize", p -> Csms.idTag("Accepted"));
      assertThat(charger.authorize("TAG").value("status")).isEqualTo("Accepted");
    }
  }

  @Test
  void what_the_csms_said_of_a_tag_holds_while_it_is_away_and_blocked_stays_blocked() {
    try (Stage stage = Stage.quick()) {
      Csms csms =
          stage
              .csms()
              .on(
                  "Authorize",
                  p -> Csms.idTag(p.path("idTag").asText().equals("BAD") ? "Blocked" : "Accepted"));
      Soap charger = stage.charger("CP-1");
      charger.boot();
      charger.authorize("GOOD");
      charger.authorize("BAD");

      csms.goAway();
      stage.awaitLink("CP-1", "BACK_OFF");

      assertThat(charger.authorize("GOOD").value("status")).isEqualTo("Accepted");
      assertThat(charger.authorize("BAD").value("status")).isEqualTo("Blocked");
      assertThat(charger.start(1, "BAD", 0).value("status")).isEqualTo("Blocked");
      assertThat(charger.start(2, "NEW", 0).value("status")).isEqualTo("Accepted");
      assertUndecided(charger.authorize("NEW"));
    }
  }

  @Test
  void what_a_start_told_of_a_tag_is_remembered_for_authorize() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().on("StartTransaction", p -> Csms.started(5, "Expired"));
      Soap charger = stage.charger("CP-1");
      charger.boot();
      assertThat(charger.start(1, "OLD", 0).value("status")).isEqualTo("Expired");

      csms.goAway();
      stage.awaitLink("CP-1", "BACK_OFF");

      assertThat(charger.authorize("OLD").value("status")).isEqualTo("Expired");
    }
  }

  private static void assertUndecided(Soap.Answer answer) {
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.xml()).contains(":Receiver").contains(":InternalError");
  }
}
