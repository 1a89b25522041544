package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {

  private final FakeTimers timers = new FakeTimers();
  private final List<Integer> order = new ArrayList<>();
  private final List<Pacer.Turn> turns = new ArrayList<>();

  private Pacer.Turn queue(Pacer pacer, int number) {
    return pacer.queue(
        turn -> {
          order.add(number);
          turns.add(turn);
        });
  }

  @Test
  void row_29_ten_thousand_links_dial_at_the_rate_in_the_order_they_came() {
    Pacer pacer = new Pacer(new CsmsTarget.Pace(200, 10_000), timers);
    for (int i = 0; i < 10_000; i++) {
      queue(pacer, i);
    }
    for (int second = 1; second <= 50; second++) {
      int before = order.size();
      timers.pass(Duration.ofSeconds(1));
      assertThat(order.size() - before).isBetween(199, 201);
    }
    assertThat(order).hasSize(10_000).isSorted();
  }

  @Test
  void no_more_handshakes_run_at_once_than_allowed() {
    Pacer pacer = new Pacer(new CsmsTarget.Pace(1000, 3), timers);
    for (int i = 0; i < 10; i++) {
      queue(pacer, i);
    }
    timers.pass(Duration.ofSeconds(5));
    assertThat(order).containsExactly(0, 1, 2);
    turns.getFirst().done();
    turns.getFirst().done();
    timers.pass(Duration.ofSeconds(5));
    assertThat(order).containsExactly(0, 1, 2, 3);
  }

  @Test
  void who_leaves_the_queue_costs_nothing() {
    Pacer pacer = new Pacer(new CsmsTarget.Pace(1, 1), timers);
    queue(pacer, 0);
    Pacer.Turn leaving = queue(pacer, 1);
    queue(pacer, 2);
    leaving.done();
    turns.getFirst().done();
    timers.pass(Duration.ofSeconds(1));
    assertThat(order).containsExactly(0, 2);
  }

  @Test
  void a_long_rest_does_not_end_in_a_burst() {
    Pacer pacer = new Pacer(new CsmsTarget.Pace(100, 1000), timers);
    timers.pass(Duration.ofHours(1));
    for (int i = 0; i < 100; i++) {
      queue(pacer, i);
    }
    assertThat(order).hasSizeLessThanOrEqualTo(6);
  }
}
