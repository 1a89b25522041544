package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;

class CourierTest {
  private static final Duration INTERVAL = Duration.ofSeconds(60);
  private static final Executor AT_ONCE = Runnable::run;

  private final FakeLink link = new FakeLink();
  private final FakeDesk desk = new FakeDesk();
  private final Courier courier = new Courier(link, desk, Duration.ofSeconds(30), AT_ONCE);

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
    for (int i = 0; i <= Courier.OTHERS_MAX; i++) {
      courier.post(Message.bounded("Meter" + i, payload(), "meter"), false);
    }

    assertThat(courier.othersWaiting()).isEqualTo(Courier.OTHERS_MAX);
    assertThat(courier.dropped()).isEqualTo(1);
  }

  private CompletableFuture<Reply> append(String action) {
    long seq = ++desk.lastSeq;
    Queued row = new Queued(seq, Message.transaction(action, payload(), 1), desk.now, 0, desk.now);
    desk.outbox.addLast(row);
    CompletableFuture<Reply> reply = courier.appended(row);
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

  /** A link that does what the test says. */
  private static final class FakeLink implements CsmsLink {
    private final List<String> sent = new ArrayList<>();
    private final Deque<CompletableFuture<Reply>> open = new ArrayDeque<>();
    private State state = State.UP;

    void answer(Reply reply) {
      open.removeFirst().complete(reply);
    }

    void answerAll() {
      while (!open.isEmpty()) {
        answer(result());
      }
    }

    void up(Courier courier) {
      state = State.UP;
      courier.linkUp();
    }

    void down(Courier courier) {
      state = State.BACK_OFF;
      courier.linkDown("lost");
      while (!open.isEmpty()) {
        answer(new Reply.None("lost"));
      }
    }

    @Override
    public void open() {
      state = State.UP;
    }

    @Override
    public State state() {
      return state;
    }

    @Override
    public String trouble() {
      return "";
    }

    @Override
    public CompletableFuture<Reply> call(String action, ObjectNode payload) {
      return call(action, payload, Duration.ofSeconds(30));
    }

    @Override
    public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
      sent.add(action);
      CompletableFuture<Reply> reply = new CompletableFuture<>();
      open.addLast(reply);
      return reply;
    }

    @Override
    public void pingEvery(Duration interval) {
      throw new AssertionError("a courier does not ping");
    }

    @Override
    public void close() {
      state = State.CLOSED;
    }
  }

  /** An outbox in a list. */
  private static final class FakeDesk implements Courier.Desk {
    private final Deque<Queued> outbox = new ArrayDeque<>();
    private final List<String> parked = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<Instant> wakeUps = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private long lastSeq;
    private Clearance clearance = Clearance.GRANTED;

    @Override
    public Optional<Queued> head() {
      return Optional.ofNullable(outbox.peekFirst());
    }

    @Override
    public Clearance clearance(Message message) {
      return clearance;
    }

    @Override
    public Message filledIn(Queued head) {
      return head.message();
    }

    @Override
    public void settled(Queued head, Reply reply, boolean isParked) {
      outbox.removeFirst();
      if (isParked) {
        parked.add(head.message().action());
      }
    }

    @Override
    public Courier.Retry retry() {
      return new Courier.Retry(5, INTERVAL);
    }

    @Override
    public void refused(Queued head) {
      outbox.removeFirst();
      outbox.addFirst(head);
    }

    @Override
    public void answeredLate(Message message, Reply reply) {
      late.add(message.action());
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void wakeAt(Instant time) {
      wakeUps.add(time);
    }
  }
}
