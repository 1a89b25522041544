package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which charger goes to which CSMS, and who is let in at all. */
class RoutesTest {

  @Test
  void two_groups_of_chargers_live_at_two_csmss_side_by_side() {
    try (Csms second = Csms.start();
        Stage stage = twoTargets(Csms.start(), second)) {
      Csms first = stage.csms();
      Soap one = stage.charger("A-1");
      Soap two = stage.charger("B-1");
      one.boot();
      two.boot();
      assertThat(one.authorize("TAG").value("status")).isEqualTo("Accepted");

      first.goAway();
      stage.awaitLink("A-1", "BACK_OFF");
      assertThat(two.start(1, "TAG", 0).value("status")).isEqualTo("Accepted");

      assertThat(first.calls()).allMatch(call -> call.identity().equals("A-1"));
      assertThat(first.actions()).containsExactly("BootNotification", "Authorize");
      assertThat(second.calls()).allMatch(call -> call.identity().equals("B-1"));
      assertThat(second.actions()).containsExactly("BootNotification", "StartTransaction");
    }
  }

  @Test
  void a_charger_that_no_route_fits_is_refused() {
    try (Csms second = Csms.start();
        Stage stage = twoTargets(Csms.start(), second)) {
      assertRefused(stage.charger("C-1").boot(), 400, "SecurityError");
    }
  }

  @Test
  void without_auto_register_only_listed_chargers_are_let_in() {
    String listed = Stage.QUICK.replace("autoRegister: true", "chargers: [{id: CP-1}]");
    try (Csms csms = Csms.start();
        Stage stage = new Stage(csms, listed.replace("URL", csms.url()))) {
      assertThat(stage.charger("CP-1").boot().value("status")).isEqualTo("Accepted");
      assertRefused(stage.charger("CP-2").boot(), 400, "SecurityError");
      assertRefused(stage.charger("CP-2").start(1, "TAG", 0), 400, "SecurityError");
      assertThat(csms.calls()).allMatch(call -> call.identity().equals("CP-1"));
    }
  }

  @Test
  void a_charger_without_identity_is_refused() {
    try (Stage stage = Stage.quick()) {
      assertRefused(stage.charger("").boot(), 400, "ProtocolError");
      assertThat(stage.csms().actions()).isEmpty();
    }
  }

  private static void assertRefused(Soap.Answer answer, int status, String subcode) {
    assertThat(answer.status()).as(answer.xml()).isEqualTo(status);
    assertThat(answer.xml()).contains(":Sender").contains(":" + subcode);
  }

  private static Stage twoTargets(Csms first, Csms second) {
    return new Stage(
        first,
        """
        soap: {host: 127.0.0.1, port: 0}
        admin: {port: 0}
        autoRegister: true
        targets:
          one: {url: %s, reconnect: {waitMinimum: 100ms, randomRange: 50ms, repeatTimes: 1}}
          two: {url: %s}
        routes:
          - {chargers: "A-*", target: one}
          - {chargers: "B-*", target: two}
        """
            .formatted(first.url(), second.url()));
  }
}
