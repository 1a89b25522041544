package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

class CourierTest {
  private static final Duration INTERVAL = FakeDesk.INTERVAL;
  private static final Executor AT_ONCE = Runnable::run;

  private final FakeLink link = new FakeLink();
  private final FakeDesk desk = new FakeDesk();
  private final Courier courier =
      new Courier(link, desk, AT_ONCE, Paces.fast());

  @Test
  void messages_go_out_one_at_a_time_in_the_order_they_came() {
    courier.post(Message.latest("Status", payload(), "status/1"), false);
    append("Start");
    courier.post(Message.once("Heartbeat", payload()), true);

    assertThat(link.sent).containsExactly("Status");
    link.answer(result());
    assertThat(link.sent).containsExactly("Status", "Start");
    link.answer(result());
    assertThat(link.sent).containsExactly("Status", "Start", "Heartbeat");
  }

  @Test
  void what_is_written_together_leaves_in_its_order_though_something_is_answered_meanwhile() {
    courier.post(Message.once("Heartbeat", payload()), true);
    courier.quietly(
        () -> {
          Queued start = desk.written("Start");
          link.answer(result());
          courier.post(Message.latest("Status", payload(), "status/1"), false);
          return courier.appended(start);
        });
    courier.pump();
    link.answerAll();

    assertThat(link.sent).containsExactly("Heartbeat", "Status", "Start");
  }

  @Test
  void who_waits_gets_the_answer() {
    CompletableFuture<Reply> status = courier.post(Message.once("Authorize", payload()), true);
    CompletableFuture<Reply> start = append("Start");

    link.answer(result());
    assertThat(status).isCompletedWithValueMatching(Reply.Result.class::isInstance);
    assertThat(start).isNotDone();
    link.answer(result());
    assertThat(start).isCompletedWithValueMatching(Reply.Result.class::isInstance);
  }

  @Test
  void while_the_csms_is_away_only_the_last_message_of_a_key_is_kept() {
    link.state = CsmsLink.State.BACK_OFF;
    courier.post(Message.latest("Status1", payload(), "status/1"), false);
    courier.post(Message.latest("Status2", payload(), "status/2"), false);
    courier.post(Message.latest("Status1b", payload(), "status/1"), false);
    CompletableFuture<Reply> lost = courier.post(Message.once("Heartbeat", payload()), true);

    assertThat(lost).isCompletedWithValueMatching(Reply.None.class::isInstance);
    link.up(courier);
    link.answerAll();
    assertThat(link.sent).containsExactly("Status2", "Status1b");
  }

  @Test
  void what_the_store_keeps_is_released_when_the_csms_has_answered_it() {
    keep(7, "Status", "status/1");
    assertThat(link.sent).containsExactly("Status");
    assertThat(desk.released).isEmpty();

    link.answer(error());

    assertThat(desk.released).containsExactly(7L);
  }

  @Test
  void what_the_store_keeps_is_kept_when_the_link_is_lost_but_for_what_is_replaced() {
    keep(7, "Status", "status/1");
    keep(8, "Firmware", "firmware");
    link.down(courier);
    assertThat(desk.released).isEmpty();
    keep(9, "Status2", "status/1");
    assertThat(desk.released).containsExactly(7L);

    link.up(courier);
    link.answerAll();

    assertThat(link.sent).containsExactly("Status", "Firmware", "Status2");
    assertThat(desk.released).containsExactly(7L, 8L, 9L);
  }

  @Test
  void what_is_kept_from_an_earlier_run_goes_out_first_and_in_its_order() {
    link.state = CsmsLink.State.CLOSED;
    courier.restore(row(3, Message.bounded("Old1", payload(), "firmware")));
    courier.restore(row(5, Message.latest("Old2", payload(), "status/1")));
    link.state = CsmsLink.State.OPENING;
    keep(6, "New", "status/2");

    link.up(courier);
    link.answerAll();

    assertThat(link.sent).containsExactly("Old1", "Old2", "New");
    assertThat(desk.late).containsExactly("Old1", "Old2", "New");
    assertThat(desk.released).containsExactly(3L, 5L, 6L);
  }

  @Test
  void a_csms_that_wants_all_messages_queued_gets_all_but_what_nobody_waits_for_any_more() {
    desk.queueAll = true;
    link.state = CsmsLink.State.BACK_OFF;
    courier.post(Message.latest("Status1", payload(), "status/1"), false);
    courier.post(Message.once("NotifyEvent", payload()), false);
    courier.post(Message.latest("Status1b", payload(), "status/1"), false);
    courier.post(Message.once("Authorize", payload()), true);
    link.up(courier);
    link.answerAll();
    assertThat(link.sent).containsExactly("Status1", "NotifyEvent", "Status1b");
  }

  @Test
  void while_a_backlog_waits_the_others_overtake_it_but_its_own_order_holds() {
    link.state = CsmsLink.State.BACK_OFF;
    append("Start");
    append("Meter");
    append("Stop");
    courier.post(Message.latest("Boot", payload(), "boot"), false);

    link.up(courier);
    link.answer(result());
    link.answer(result());
    courier.post(Message.once("Authorize", payload()), true);
    link.answerAll();

    assertThat(link.sent).containsExactly("Boot", "Start", "Meter", "Authorize", "Stop");
  }

  @Test
  void what_the_first_boot_holds_back_goes_out_when_it_is_answered() {
    desk.clearance = Clearance.HELD;
    append("Start");
    CompletableFuture<Reply> authorize = courier.post(Message.once("Authorize", payload()), true);

    assertThat(link.sent).isEmpty();
    assertThat(authorize).isNotDone();
    desk.clearance = Clearance.GRANTED;
    courier.pump();
    link.answerAll();
    assertThat(link.sent).containsExactly("Start", "Authorize");
    assertThat(authorize).isCompletedWithValueMatching(Reply.Result.class::isInstance);
  }

  @Test
  void while_the_csms_has_not_accepted_the_charger_a_question_gets_no_answer() {
    desk.clearance = Clearance.DENIED;
    CompletableFuture<Reply> start = append("Start");
    CompletableFuture<Reply> authorize = courier.post(Message.once("Authorize", payload()), true);

    assertThat(start).isCompletedWithValueMatching(Reply.None.class::isInstance);
    assertThat(authorize).isCompletedWithValueMatching(Reply.None.class::isInstance);
    assertThat(link.sent).isEmpty();
    assertThat(desk.outbox).hasSize(1);
  }

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
  void the_answer_to_a_message_nobody_waits_for_is_handed_on() {
    courier.post(Message.latest("Boot", payload(), "boot"), false);
    link.answer(result());

    assertThat(desk.late).containsExactly("Boot");
  }

  @Test
  void a_message_its_asker_gave_up_is_not_sent_any_more() {
    append("Start");
    CompletableFuture<Reply> authorize = courier.post(Message.once("Authorize", payload()), true);
    authorize.complete(new Reply.None("gave up"));
    link.answer(result());

    assertThat(link.sent).containsExactly("Start");
  }

  @Test
  void a_kept_message_that_was_not_sent_is_sent_after_reconnect() {
    courier.post(Message.latest("Status", payload(), "status/1"), false);
    link.down(courier);
    link.up(courier);
    link.answer(result());

    assertThat(link.sent).containsExactly("Status", "Status");
    assertThat(desk.late).containsExactly("Status");
  }

  @Test
  void too_many_waiting_messages_cost_the_oldest() {
    append("Start");
    for (int i = 0; i <= Others.MAX; i++) {
      courier.post(Message.bounded("Meter" + i, payload(), "meter"), false);
    }

    assertThat(courier.othersWaiting()).isEqualTo(Others.MAX);
    assertThat(courier.dropped()).isEqualTo(1);
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

  @Test
  void is_idle_when_nothing_waits_and_nothing_is_under_way() {
    assertThat(courier.idle()).isTrue();
    courier.post(Message.once("Heartbeat", payload()), true);
    assertThat(courier.idle()).isFalse();
    link.answer(result());
    assertThat(courier.idle()).isTrue();
    link.down(courier);
    courier.post(Message.latest("Status", payload(), "status/1"), false);
    assertThat(courier.idle()).isFalse();
  }

  private void keep(long seq, String action, String key) {
    courier.kept(row(seq, Message.latest(action, payload(), key)), false);
  }

  private static Queued row(long seq, Message message) {
    return new Queued(seq, message, Instant.EPOCH, 0, Instant.EPOCH);
  }

  private CompletableFuture<Reply> append(String action) {
    CompletableFuture<Reply> reply = courier.appended(desk.written(action));
    courier.pump();
    return reply;
  }

  private static ObjectNode payload() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Reply result() {
    return new Reply.Result(payload());
  }

  private static Reply error() {
    return new Reply.Error("InternalError", "no");
  }
}
