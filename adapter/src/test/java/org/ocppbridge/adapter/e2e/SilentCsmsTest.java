package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.SoapVersion;

/** What a charger is answered, and when, while its CSMS is connected but says nothing. */
class SilentCsmsTest {
  private static final Duration WAIT = Duration.ofMillis(400);

  /** Long for a machine under load, short beside the CSMS's own deadline. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  private static final String WAITS =
      "wait: {start: 400ms, stop: 400ms, heartbeat: 400ms, boot: 400ms, authorize: 400ms,"
          + " dataTransfer: 400ms}\n";

  private static Stage stage(Csms csms, String protocol) {
    String target = "url: " + csms.url() + "\n    protocol: " + protocol;
    return new Stage(csms, Stage.QUICK.replace("url: URL", target) + WAITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
  void each_operation_is_answered_in_its_time_and_by_its_rule(String protocol) {
    try (Stage stage = stage(Csms.start(), protocol)) {
      Soap charger = stage.charger(SoapVersion.V16, "CP-1");
      assertThat(charger.boot().value("status")).isEqualTo("Accepted");
      stage.csms().server().goSilent();

      Soap.Answer boot = late(() -> charger.boot("2.0"));
      assertThat(boot.value("status")).as("accepted before").isEqualTo("Accepted");
      Soap.Answer heartbeat = late(charger::heartbeat);
      assertThat(Instant.parse(heartbeat.value("currentTime"))).isAfter(Instant.EPOCH);
      assertThat(late(() -> charger.authorize("TAG")).fault()).as("unknown tag").isTrue();
      assertThat(
              late(() -> charger.ask("DataTransfer", Soap.field("vendorId", "x"))).value("status"))
          .isEqualTo("Rejected");
      Soap.Answer start = late(() -> charger.start(1, "TAG", 0));
      assertThat(start.value("status")).isEqualTo("Accepted");
      int transaction = start.number("transactionId");
      assertThat(transaction).isPositive();
      List<Soap.Answer> atOnce =
          List.of(
              soon(() -> charger.meter(1, transaction, 5)),
              soon(() -> charger.status(1, "Charging")),
              soon(
                  () ->
                      charger.ask("FirmwareStatusNotification", Soap.field("status", "Installed"))),
              soon(
                  () ->
                      charger.ask(
                          "DiagnosticsStatusNotification", Soap.field("status", "Uploaded"))));
      assertThat(atOnce).allMatch(answer -> answer.status() == 200);
      assertThat(late(() -> charger.stop(transaction, "TAG", 10)).status()).isEqualTo(200);
    }
  }

  private static Soap.Answer late(Supplier<Soap.Answer> question) {
    long begin = System.nanoTime();
    Soap.Answer answer = question.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(WAIT, WAIT.plus(SLACK));
    return answer;
  }

  private static Soap.Answer soon(Supplier<Soap.Answer> question) {
    long begin = System.nanoTime();
    Soap.Answer answer = question.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SLACK);
    return answer;
  }
}
