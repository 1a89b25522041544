package org.ocppbridge.adapter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.charger.ChargerCase;
import org.ocppbridge.adapter.csms.CsmsLink.State;

/** The wait at the end for what the CSMSs still take. */
class DrainTest extends ChargerCase {

  @Test
  void the_end_waits_for_connected_csmss_and_no_longer_than_it_may() {
    speaks();
    send(message("Start"));
    CompletableFuture<Void> drained =
        Drain.start(() -> List.of(charger), time, Duration.ofSeconds(5));
    time.pass(Duration.ofSeconds(1));
    assertThat(drained).isNotDone();
    link.answerAll();
    time.pass(Duration.ofMillis(200));
    assertThat(drained).isDone();

    send(message("Stop"));
    CompletableFuture<Void> late = Drain.start(() -> List.of(charger), time, Duration.ofSeconds(5));
    time.pass(Duration.ofSeconds(5));
    assertThat(late).isDone();
    assertThat(charger.session().depth()).isEqualTo(1);
  }

  @Test
  void the_end_does_not_wait_for_a_csms_that_is_away() {
    speaks();
    link.state = State.BACK_OFF;
    send(message("Start"));
    assertThat(Drain.start(() -> List.of(charger), time, Duration.ofSeconds(5))).isDone();
  }
}
