package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.console.Reloading.Outcome;
import org.ocppbridge.mappings.SoapVersion;

/** Other settings come into force while the bridge runs, whole or not at all. */
class ReloadTest {

  private static String twoTargets(Csms first, Csms second, String routes) {
    return """
        soap: {host: 127.0.0.1, port: 0}
        admin: {port: 0}
        autoRegister: true
        targets:
          one: {url: %s, reconnect: {waitMinimum: 100ms, randomRange: 50ms, repeatTimes: 1}}
          two: {url: %s, reconnect: {waitMinimum: 100ms, randomRange: 50ms, repeatTimes: 1}}
        routes:
        %s
        """
        .formatted(first.url(), second.url(), routes.indent(2));
  }

  private static long connections(Csms csms, String id) {
    return csms.server().requests().stream()
        .filter(request -> request.target().endsWith(id))
        .count();
  }

  @Test
  void a_charger_moves_to_another_csms_and_the_others_keep_their_links() {
    try (Csms second = Csms.start();
        Stage stage = stage(second)) {
      Soap moves = stage.charger(SoapVersion.V15, "A-1");
      Soap stays = stage.charger("A-2");
      moves.boot();
      stays.boot();
      moves.status(1, "Available");

      Outcome outcome = stage.reload(twoTargets(stage.csms(), second, MOVED));

      assertThat(outcome.problems()).isEmpty();
      assertThat(outcome.chargers()).isEqualTo(1);
      assertThat(outcome.waiting()).isEmpty();
      Eventually.is(
          () -> "told to the new CSMS: " + second.actions(),
          () -> second.actions().contains("StatusNotification"));
      assertThat(second.actions()).startsWith("BootNotification");
      assertThat(moves.authorize("TAG").value("status")).isEqualTo("Accepted");
      assertThat(second.actions()).contains("Authorize");
      assertThat(stays.authorize("TAG").value("status")).isEqualTo("Accepted");
      assertThat(connections(stage.csms(), "A-2")).isEqualTo(1);
      stage.csms().awaitGone("A-1");
    }
  }

  private static final String MOVED =
      """
      - {chargers: "A-1", target: two}
      - {chargers: "*", target: one}
      """;

  private static Stage stage(Csms second) {
    Csms first = Csms.start();
    return new Stage(first, twoTargets(first, second, "- {chargers: \"*\", target: one}"));
  }

  @Test
  void open_transactions_are_finished_where_they_began() {
    try (Csms second = Csms.start();
        Stage stage = stage(second)) {
      Soap charger = stage.charger("A-1");
      charger.boot();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");

      Outcome outcome = stage.reload(twoTargets(stage.csms(), second, MOVED));

      assertThat(outcome.waiting()).containsExactly("A-1");
      charger.meter(1, transaction, 10);
      charger.stop(transaction, "TAG", 20);
      stage.awaitNothingWaits("A-1");
      Eventually.is(
          () -> "moved: " + second.actions(), () -> second.actions().contains("BootNotification"));
      assertThat(stage.csms().actions())
          .contains("StartTransaction", "MeterValues", "StopTransaction");
      assertThat(second.actions())
          .doesNotContain("StartTransaction", "MeterValues", "StopTransaction");
      assertThat(charger.start(1, "TAG", 30).value("transactionId")).isNotEmpty();
      assertThat(second.actions()).contains("StartTransaction");
    }
  }

  @Test
  void settings_that_are_wrong_or_need_a_restart_change_nothing() {
    try (Csms second = Csms.start();
        Stage stage = stage(second)) {
      Soap charger = stage.charger("A-1");
      charger.boot();
      String moved = twoTargets(stage.csms(), second, MOVED);

      assertThat(stage.reload(moved + "limits: {chargers: many}\n").problems())
          .anyMatch(problem -> problem.startsWith("limits.chargers"));
      assertThat(stage.reload(moved.replace("admin: {port: 0}", "admin: {port: 1}")).problems())
          .containsExactly("admin.port: has changed, which needs a restart");

      assertThat(charger.authorize("TAG").value("status")).isEqualTo("Accepted");
      assertThat(second.calls()).isEmpty();
      assertThat(connections(stage.csms(), "A-1")).isEqualTo(1);
    }
  }

  @Test
  void two_chargers_that_would_be_one_station_are_refused_before_anything_changes() {
    try (Csms second = Csms.start();
        Stage stage = stage(second)) {
      stage.charger("A-1").boot();
      stage.charger("A-2").boot();
      String same = "chargers: [{id: A-1, csms: {identity: A-2}}]\n";

      List<String> problems = stage.reload(stage.settings() + same).problems();

      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst()).contains("A-1 and A-2", "'A-2'");
    }
  }

  @Test
  void a_charger_that_is_listed_no_more_is_refused_and_its_link_ends() {
    String listed = Stage.QUICK.replace("autoRegister: true", "chargers: [{id: CP-1}, {id: CP-2}]");
    Csms csms = Csms.start();
    try (Stage stage = new Stage(csms, listed.replace("URL", csms.url()))) {
      Soap gone = stage.charger("CP-2");
      gone.boot();
      stage.charger("CP-1").boot();

      assertThat(stage.reload(stage.settings().replace(", {id: CP-2}", "")).chargers())
          .isEqualTo(1);

      assertThat(gone.boot().status()).isEqualTo(400);
      csms.awaitGone("CP-2");
      assertThat(connections(csms, "CP-1")).isEqualTo(1);
    }
  }

  @Test
  void a_new_password_is_used_for_the_next_connection_with_the_transaction_going_on() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int transaction = charger.start(1, "TAG", 0).number("transactionId");

      Outcome outcome =
          stage.reload(
              stage.settings() + "chargers: [{id: CP-1, csms: {password: sixteen-letters-1}}]\n");

      assertThat(outcome.problems()).isEmpty();
      assertThat(outcome.waiting()).isEmpty();
      stage.csms().awaitReconnected("CP-1", 2);
      charger.stop(transaction, "TAG", 20);
      stage.awaitNothingWaits("CP-1");
      assertThat(stage.csms().actions())
          .containsOnlyOnce("BootNotification")
          .contains("StopTransaction");
    }
  }

  @Test
  void limits_and_rates_hold_from_then_on() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      assertThat(charger.boot().status()).isEqualTo(200);
      assertThat(
              stage
                  .reload(
                      stage
                          .settings()
                          .replace(
                              "port: 0}\nadmin",
                              "port: 0, limits: {body: 4kB, inflated: 4kB}}\nadmin"))
                  .problems())
          .isEmpty();
      assertThat(charger.authorize("T".repeat(5000)).status()).isEqualTo(413);
      assertThat(charger.authorize("TAG").status()).isEqualTo(200);
    }
  }
}
