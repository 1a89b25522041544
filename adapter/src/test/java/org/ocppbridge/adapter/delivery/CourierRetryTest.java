package org.ocppbridge.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/** What the CSMS refuses or leaves unanswered. */
class CourierRetryTest extends CourierCase {
  @Test
  void a_refused_transaction_message_is_tried_again_after_interval_times_preceding_attempts() {
    append("Start");
    append("Meter");

    link.answer(error());
    assertThat(link.sent).containsExactly("Start");
    assertThat(desk.wakeUps).containsExactly(desk.now.plus(INTERVAL));
    desk.now = desk.now.plus(INTERVAL);
    courier.pump();
    link.answer(error());
    assertThat(desk.wakeUps).last().isEqualTo(desk.now.plus(INTERVAL.multipliedBy(2)));
    assertThat(link.sent).containsExactly("Start", "Start");
  }

  @ParameterizedTest
  @ValueSource(longs = {-24_000, -3, 3, 24_000})
  void row_26_a_retry_comes_after_its_wait_however_the_clock_is_set_meanwhile(long hours) {
    append("Start");
    link.answer(error());
    desk.setClock(Duration.ofHours(hours));
    append("Stop");
    assertThat(link.sent).containsExactly("Start");

    desk.now = desk.now.plus(INTERVAL);
    courier.pump();

    assertThat(link.sent).containsExactly("Start", "Start");
  }

  @Test
  void row_26_a_retry_does_not_wait_for_a_time_that_a_wrong_clock_had_named_before_the_restart() {
    Queued refused = desk.written("Start").refused(desk.now.plus(Duration.ofDays(1000)));
    desk.refused(refused);
    courier.pump();
    assertThat(link.sent).containsExactly("Start");
  }

  @Test
  void while_a_retry_waits_other_messages_flow() {
    append("Start");
    link.answer(error());

    courier.post(Message.once("Heartbeat", payload()), true);

    assertThat(link.sent).containsExactly("Start", "Heartbeat");
  }

  @Test
  void after_the_last_attempt_a_message_is_parked_and_the_next_one_flows() {
    append("Start");
    append("Meter");
    for (int attempt = 1; attempt <= 5; attempt++) {
      link.answer(error());
      desk.now = desk.now.plus(INTERVAL.multipliedBy(attempt));
      courier.pump();
    }

    assertThat(desk.parked).containsExactly("Start");
    assertThat(link.sent).endsWith("Start", "Meter");
  }

  @Test
  void a_lost_connection_never_counts_as_an_attempt() {
    append("Start");
    for (int i = 0; i < 20; i++) {
      link.down(courier);
      link.up(courier);
    }

    assertThat(desk.parked).isEmpty();
    assertThat(desk.outbox.peekFirst().attempts()).isZero();
    assertThat(link.sent).hasSize(21);
  }

  @Test
  void a_message_lost_with_its_connection_is_sent_again_at_once_even_if_the_news_comes_late() {
    append("Start");
    link.state = CsmsLink.State.BACK_OFF;
    courier.linkDown("lost");
    link.up(courier);

    link.answer(new Reply.None("lost"));

    assertThat(link.sent).containsExactly("Start", "Start");
    assertThat(desk.wakeUps).isEmpty();
  }

  @Test
  void a_kept_message_lost_with_its_connection_is_sent_again_even_if_the_news_comes_late() {
    courier.post(Message.latest("Status", payload(), "status/1"), false);
    link.state = CsmsLink.State.BACK_OFF;
    courier.linkDown("lost");
    link.up(courier);

    link.answer(new Reply.None("lost"));

    assertThat(link.sent).containsExactly("Status", "Status");
  }

  @Test
  void a_timeout_does_not_count_while_nothing_else_is_answered() {
    append("Start");
    for (int i = 0; i < 20; i++) {
      link.answer(new Reply.None("no answer"));
      desk.now = desk.now.plus(INTERVAL);
      courier.pump();
    }

    assertThat(desk.parked).isEmpty();
    assertThat(desk.outbox.peekFirst().attempts()).isZero();
  }

  @Test
  void a_timeout_counts_once_another_call_was_answered_since() {
    append("Start");
    for (int i = 0; i < 6; i++) {
      link.answer(new Reply.None("no answer"));
      courier.post(Message.once("Heartbeat", payload()), true);
      link.answer(result());
      desk.now = desk.now.plus(INTERVAL.multipliedBy(10));
      courier.pump();
    }

    assertThat(desk.parked).containsExactly("Start");
  }

  @Test
  void what_can_never_be_sent_is_parked_at_once_and_the_next_one_flows() {
    append("Start");
    append("Stop");

    link.answer(new Reply.Unsendable("longer than a frame may be"));

    assertThat(desk.parked).containsExactly("Start");
    assertThat(link.sent).containsExactly("Start", "Stop");
  }

  @Test
  void while_a_retry_waits_one_alarm_is_set_however_much_happens() {
    append("Start");
    link.answer(error());
    for (int i = 0; i < 10; i++) {
      courier.post(Message.once("Heartbeat", payload()), true);
      link.answer(result());
    }

    assertThat(desk.wakeUps).containsExactly(desk.now.plus(INTERVAL));
  }

  @Test
  void an_alarm_that_rings_too_early_is_set_again() {
    append("Start");
    link.answer(error());

    desk.alarms.removeFirst().run();
    assertThat(desk.alarms).hasSize(1);
    desk.now = desk.now.plus(INTERVAL);
    desk.alarms.removeFirst().run();

    assertThat(link.sent).containsExactly("Start", "Start");
  }
}
