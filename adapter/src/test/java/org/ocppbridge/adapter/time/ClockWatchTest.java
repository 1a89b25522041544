package org.ocppbridge.adapter.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether somebody set the clock. */
class ClockWatchTest {
  private final FakeTime time = new FakeTime();

  @Test
  void a_clock_that_was_set_is_noticed_one_that_is_adjusted_is_not() {
    ClockWatch watch = new ClockWatch(Duration.ofSeconds(2), time);
    List<Duration> steps = new ArrayList<>();
    for (long seconds : List.of(0, 1, -1, 3600, 0, -7200, 2, 0)) {
      time.setClock(Duration.ofSeconds(seconds));
      time.pass(Duration.ofSeconds(1));
      watch.look().ifPresent(steps::add);
    }
    assertThat(steps).containsExactly(Duration.ofHours(1), Duration.ofHours(-2));
  }
}
