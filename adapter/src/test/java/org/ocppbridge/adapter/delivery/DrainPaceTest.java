package org.ocppbridge.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DrainPaceTest {
  private final AtomicLong clock = new AtomicLong(-1_000_000_000);
  private final DrainPace pace = new DrainPace(100, clock::get);

  @Test
  void places_are_an_equal_time_apart_whoever_takes_them() {
    for (int i = 0; i < 1000; i++) {
      assertThat(pace.until(pace.take())).isEqualTo(Duration.ofMillis(10L * i));
    }
  }

  @Test
  void a_long_rest_does_not_end_in_a_burst() {
    pace.take();
    clock.addAndGet(Duration.ofHours(1).toNanos());

    int atOnce = 0;
    while (!pace.until(pace.take()).isPositive()) {
      atOnce++;
    }
    assertThat(atOnce).isLessThanOrEqualTo(6);
  }
}
