package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.simulate.ChargerSimulator;
import org.ocppbridge.adapter.simulate.Scenario;
import org.ocppbridge.adapter.simulate.SimulateOptions;
import org.ocppbridge.adapter.simulate.Summary;
import org.ocppbridge.mappings.SoapVersion;

/** A hundred chargers through a restart of their CSMS. */
class FleetTest {
  private static final int CHARGERS = 100;
  private static final int A_SECOND = 50;

  @Test
  void a_fleet_comes_back_after_the_csms_restarted_paced_and_without_loss_or_another_boot() {
    try (Csms csms = Csms.start();
        Stage stage = new Stage(csms, settings(csms));
        ChargerSimulator fleet = ChargerSimulator.open(options(stage), exchange -> {})) {
      CompletableFuture<Summary> played = CompletableFuture.supplyAsync(fleet::run);
      awaitAll(csms);
      csms.await("BootNotification", CHARGERS);
      csms.await("Heartbeat", CHARGERS);

      csms.goAway();
      Eventually.is("all links lost", () -> stage.linksIn("BACK_OFF") == CHARGERS);
      long begin = System.nanoTime();
      csms.comeBack();
      awaitAll(csms);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      fleet.stop();
      Summary summary = played.join();

      assertThat(took).isGreaterThan(Duration.ofSeconds(CHARGERS / A_SECOND).minusMillis(200));
      assertThat(summary.problems()).isEmpty();
      assertThat(summary.failures()).isZero();
      assertThat(csms.server().mostAtOnce()).isEqualTo(1);
      assertThat(csms.calls("BootNotification"))
          .hasSize(CHARGERS)
          .noneMatch(call -> call.payload().path("chargePointVendor").asText().equals("Unknown"));
      assertThat(csms.deviations()).isEmpty();
    }
  }

  private static void awaitAll(Csms csms) {
    Eventually.is(
        () -> "all connected, not " + csms.server().open(), () -> csms.server().open() == CHARGERS);
  }

  private static String settings(Csms csms) {
    return Stage.QUICK
        .replace("URL", csms.url())
        .replace("reconnect:", "connectRate: " + A_SECOND + "/s\n    reconnect:");
  }

  private static SimulateOptions options(Stage stage) {
    URI url = URI.create("http://127.0.0.1:" + stage.bridge().soapAddress().getPort() + "/ocpp");
    return SimulateOptions.of(SoapVersion.V16, "CP-{n}", url)
        .withScenario(Scenario.IDLE, CHARGERS)
        .withPace(1, Duration.ofSeconds(1), Duration.ZERO);
  }
}
