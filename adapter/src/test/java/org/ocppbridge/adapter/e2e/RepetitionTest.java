package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A charger that sends the same again, each time with another MessageID. */
class RepetitionTest {
  private static final int AT_ONCE = 8;

  @Test
  void a_repeated_start_gets_the_same_answer_and_reaches_the_csms_once() {
    try (Stage stage = Stage.quick()) {
      Soap charger = stage.charger("CP-1");
      charger.boot();

      Soap.Answer first = charger.start(1, "TAG", 100);
      assertThat(said(charger.start(1, "TAG", 100))).isEqualTo(said(first));
      int transaction = first.number("transactionId");
      charger.stop(transaction, "TAG", 200);
      assertThat(said(charger.start(1, "TAG", 100))).isEqualTo(said(first));

      stage.csms().await("StopTransaction", 1);
      assertThat(stage.csms().calls("StartTransaction")).hasSize(1);
    }
  }

  @Test
  void a_repeated_stop_and_repeated_meter_values_reach_the_csms_once() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().on("StopTransaction", p -> Csms.idTag("Expired"));
      Soap charger = stage.charger("CP-1");
      charger.boot();
      int transaction = charger.start(1, "TAG", 100).number("transactionId");

      charger.meter(1, transaction, 150);
      charger.meter(1, transaction, 150);
      assertThat(charger.stop(transaction, "TAG", 200).value("status")).isEqualTo("Expired");
      assertThat(charger.stop(transaction, "TAG", 200).value("status")).isEqualTo("Expired");
      charger.meter(1, transaction, 150);
      charger.heartbeat();

      assertThat(csms.actions())
          .containsExactly(
              "BootNotification",
              "StartTransaction",
              "MeterValues",
              "StopTransaction",
              "Heartbeat");
    }
  }

  @Test
  void starts_and_stops_sent_eight_times_at_once_are_one_and_all_get_the_csms_s_answer() {
    try (Stage stage = Stage.quick()) {
      Csms csms =
          stage
              .csms()
              .on("StartTransaction", p -> Csms.started(7, "Blocked"))
              .on("StopTransaction", p -> Csms.idTag("Expired"));
      Soap charger = stage.charger("CP-1");
      charger.boot();

      csms.hold("StartTransaction");
      List<CompletableFuture<Soap.Answer>> starts =
          atOnce(() -> charger.later("StartTransaction", Soap.startFields(1, "TAG", 100)));
      csms.await("StartTransaction", 1);
      csms.release("StartTransaction");
      List<String> started = starts.stream().map(answer -> said(answer.join())).distinct().toList();
      assertThat(started).hasSize(1);
      assertThat(started.getFirst()).endsWith("Blocked");

      int transaction = starts.getFirst().join().number("transactionId");
      List<CompletableFuture<Soap.Answer>> meters =
          atOnce(() -> charger.later("MeterValues", charger.meterFields(1, transaction, 150)));
      assertThat(meters).allMatch(answer -> answer.join().status() == 200);
      csms.hold("StopTransaction");
      List<CompletableFuture<Soap.Answer>> stops =
          atOnce(() -> charger.later("StopTransaction", Soap.stopFields(transaction, "TAG", 200)));
      csms.await("StopTransaction", 1);
      csms.release("StopTransaction");
      assertThat(stops).allMatch(answer -> said(answer.join()).endsWith("Expired"));

      assertThat(csms.actions())
          .containsExactly(
              "BootNotification", "StartTransaction", "MeterValues", "StopTransaction");
    }
  }

  @Test
  void a_boot_repeated_while_the_csms_ponders_the_first_is_one() {
    try (Stage stage = Stage.quick()) {
      Csms csms = stage.csms().hold("BootNotification");
      Soap charger = stage.charger("CP-1");

      List<CompletableFuture<Soap.Answer>> boots =
          atOnce(() -> charger.later("BootNotification", Soap.bootFields("1.0")));
      csms.await("BootNotification", 1);
      csms.release("BootNotification");

      assertThat(boots).allMatch(answer -> answer.join().value("status").equals("Accepted"));
      assertThat(csms.actions()).containsExactly("BootNotification");
    }
  }

  private static List<CompletableFuture<Soap.Answer>> atOnce(
      Supplier<CompletableFuture<Soap.Answer>> ask) {
    return IntStream.range(0, AT_ONCE).mapToObj(i -> ask.get()).toList();
  }

  private static String said(Soap.Answer answer) {
    return answer.status() + " " + answer.value("transactionId") + " " + answer.value("status");
  }
}
