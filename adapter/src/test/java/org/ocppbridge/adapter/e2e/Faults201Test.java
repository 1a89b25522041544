package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;

/** What was found out with a CSMS of 1.6J, with one of 2.0.1. */
class Faults201Test {

  private static Stage stage(Csms csms, String... more) {
    String target = "url: " + csms.url() + "\n    protocol: ocpp2.0.1";
    return new Stage(
        csms, Stage.QUICK.replace("url: URL", target) + String.join("\n", more) + "\n");
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static int start(Soap charger, int meter) {
    String fields =
        Soap.field("connectorId", 1)
            + Soap.field("idTag", "TAG")
            + Soap.field("timestamp", now())
            + Soap.field("meterStart", meter);
    return charger.ask("StartTransaction", fields).number("transactionId");
  }

  private static void meter(Soap charger, int transaction, int value) {
    assertThat(charger.ask("MeterValues", charger.meterFields(1, transaction, value, now())))
        .extracting(Soap.Answer::status)
        .isEqualTo(200);
  }

  private static List<JsonNode> events(Csms csms, int count) {
    return csms.await("TransactionEvent", count).stream().map(Csms.Call::payload).toList();
  }

  private static List<Boolean> offline(List<JsonNode> events) {
    return events.stream().map(event -> event.path("offline").asBoolean()).toList();
  }

  @Test
  void what_arose_while_the_csms_was_away_is_marked_offline_also_after_a_restart() {
    try (Stage stage = stage(Csms.away())) {
      Csms csms = stage.csms();
      Soap before = stage.charger("CP-1");
      int transaction = start(before, 100);
      meter(before, transaction, 150);

      stage.restart();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      meter(charger, transaction, 200);
      csms.comeBack();
      events(csms, 3);
      stage.awaitNothingWaits("CP-1");
      meter(charger, transaction, 250);

      List<JsonNode> events = events(csms, 4);
      assertThat(offline(events)).containsExactly(true, true, true, false);
      assertThat(events.stream().map(event -> event.path("seqNo").asInt()))
          .containsExactly(0, 1, 2, 3);
    }
  }

  /** The connection it arose on is gone: that it was there is no longer true. */
  @Test
  void what_was_not_answered_before_a_restart_is_marked_offline_after_it() {
    try (Stage stage = stage(Csms.start().hold("TransactionEvent"), "wait: {start: 300ms}")) {
      Csms csms = stage.csms();
      Soap charger = stage.charger("CP-1");
      charger.boot();
      start(charger, 100);
      assertThat(offline(events(csms, 1))).containsExactly(false);

      stage.restart();
      List<JsonNode> events = events(csms, 2);
      assertThat(offline(events)).containsExactly(false, true);
      assertThat(events.getLast().path("seqNo")).isEqualTo(events.getFirst().path("seqNo"));
      csms.release("TransactionEvent");
      stage.awaitNothingWaits("CP-1");
    }
  }

  /** A reading every 5 minutes; there is room for a third of them. */
  @Test
  void row_30_of_a_day_without_csms_updates_are_thinned_but_never_the_first_or_last() {
    int readings = 288;
    try (Stage stage = stage(Csms.away(), "limits: {outbox: 100}")) {
      Csms csms = stage.csms();
      Soap charger = stage.charger(SoapVersion.V15, "CP-1");
      int transaction = charger.start(1, "TAG", 0).number("transactionId");
      Instant begin = Instant.parse(Soap.STARTED);
      for (int i = 1; i <= readings; i++) {
        String at = begin.plusSeconds(300L * i).toString();
        charger.ask("MeterValues", charger.meterFields(1, transaction, i * 10L, at));
      }
      assertThat(charger.stop(transaction, "TAG", 10 * readings + 10).status()).isEqualTo(200);
      assertThat(stage.status("CP-1").path("waiting").asInt()).isBetween(50, 100);

      csms.comeBack();
      Eventually.is(
          "the end",
          () ->
              csms.calls("TransactionEvent").stream()
                  .anyMatch(call -> type(call.payload()).equals("Ended")));
      stage.awaitNothingWaits("CP-1");

      List<JsonNode> events = events(csms, 50);
      List<Integer> numbers = events.stream().map(event -> event.path("seqNo").asInt()).toList();
      assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSizeBetween(50, 100);
      assertThat(numbers).startsWith(0, 1).endsWith(readings, readings + 1);
      assertThat(events.stream().map(Faults201Test::type).distinct())
          .containsExactly("Started", "Updated", "Ended");
      assertThat(offline(events)).containsOnly(true);
    }
  }

  private static String type(JsonNode event) {
    return event.path("eventType").asText();
  }
}
