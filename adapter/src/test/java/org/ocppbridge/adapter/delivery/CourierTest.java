package org.ocppbridge.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

/** What goes out, and in which order. */
class CourierTest extends CourierCase {
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
}
