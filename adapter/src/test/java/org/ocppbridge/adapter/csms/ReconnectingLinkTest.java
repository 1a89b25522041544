package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.csms.FakeDialer.FakeConnection;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;

class ReconnectingLinkTest {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final FakeTimers timers = new FakeTimers();
  private final FakeDialer dialer = new FakeDialer();
  private int ids;
  private int through;
  private final CsmsLinks links =
      new CsmsLinks(
          new Surroundings(
              timers,
              InstantSource.system(),
              new Random(1),
              () -> "id" + ids++,
              Runnable::run,
              dialer));
  private final Recorder told = new Recorder();
  private CsmsTarget target = CsmsTarget.of("main", URI.create("ws://csms/ocpp"), Target.OCPP16);

  private CsmsLink open() {
    CsmsLink link = links.create(LinkSettings.of(target, "CP1"), told);
    link.open();
    return link;
  }

  private CsmsLink up() {
    CsmsLink link = open();
    dialer.last().letThrough();
    return link;
  }

  private void withoutPings() {
    target = target.withTimes(new CsmsTarget.Times(ANSWER, Duration.ZERO, ANSWER, ANSWER));
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String reason(CompletableFuture<Reply> reply) {
    return ((Reply.None) reply.join()).reason();
  }

  @Test
  void opens_once_and_tells() {
    CsmsLink link = open();
    assertThat(link.state()).isEqualTo(State.OPENING);
    link.open();
    dialer.last().letThrough();
    assertThat(link.state()).isEqualTo(State.UP);
    assertThat(dialer.dials).hasSize(1);
    assertThat(told.events).containsExactly("up");
    assertThat(link.trouble()).isEmpty();
  }

  @Test
  void waits_double_up_to_the_limit_with_jitter_on_top() {
    CsmsLink link = open();
    List<Long> bases = List.of(10L, 20L, 40L, 80L, 160L, 320L, 320L, 320L);
    for (int i = 0; i < bases.size(); i++) {
      dialer.last().caller.refused(Dialer.Refusal.of("HTTP 404"));
      assertThat(link.state()).isEqualTo(State.BACK_OFF);
      assertThat(link.trouble()).isEqualTo("HTTP 404");
      assertThat(timers.untilNext())
          .isBetween(Duration.ofSeconds(bases.get(i)), Duration.ofSeconds(bases.get(i) + 10));
      timers.pass(timers.untilNext());
      assertThat(dialer.dials).hasSize(i + 2);
    }
  }

  @Test
  void a_clean_close_by_the_csms_is_followed_by_the_same_wait() {
    withoutPings();
    CsmsLink link = up();
    timers.pass(Duration.ofMinutes(10));
    dialer.last().caller.gone("the CSMS closed the connection: 1000");
    assertThat(link.state()).isEqualTo(State.BACK_OFF);
    int before = dialer.dials.size();
    timers.pass(Duration.ofMillis(9_999));
    assertThat(dialer.dials).hasSize(before);
    timers.pass(Duration.ofMillis(10_002));
    assertThat(dialer.dials).hasSize(before + 1);
  }

  @Test
  void a_csms_that_accepts_and_closes_at_once_is_not_hammered() {
    open();
    for (int i = 0; i < 6; i++) {
      dialer.last().letThrough();
      dialer.last().caller.gone("closed");
      Duration least = Duration.ofSeconds(10L << Math.min(i, 5));
      assertThat(timers.untilNext()).isGreaterThanOrEqualTo(least);
      timers.pass(timers.untilNext());
    }
  }

  @Test
  void after_a_lasting_connection_the_waits_start_again() {
    open();
    for (int i = 0; i < 3; i++) {
      dialer.last().caller.refused(Dialer.Refusal.of("no"));
      timers.pass(timers.untilNext());
    }
    dialer.last().letThrough();
    timers.pass(Duration.ofSeconds(10));
    dialer.last().caller.gone("lost");
    assertThat(timers.untilNext()).isLessThanOrEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void retry_after_is_a_lower_bound_even_over_close_and_open() {
    CsmsLink link = open();
    dialer
        .last()
        .caller
        .refused(
            new Dialer.Refusal("HTTP 429", Optional.of(Duration.ofSeconds(300)), Trouble.OTHER));
    assertThat(timers.untilNext()).isBetween(Duration.ofSeconds(300), Duration.ofSeconds(310));
    link.close();
    link.open();
    timers.pass(Duration.ofSeconds(299));
    assertThat(dialer.dials).hasSize(1);
    timers.pass(Duration.ofSeconds(12));
    assertThat(dialer.dials).hasSize(2);
  }

  @Test
  void a_handshake_without_end_is_given_up() {
    CsmsLink link = open();
    FakeConnection first = dialer.last();
    timers.pass(Duration.ofSeconds(30));
    assertThat(first.cancelled).isTrue();
    assertThat(link.trouble()).contains("no answer to the handshake within 30000 ms");
    first.letThrough();
    assertThat(first.dropped).isTrue();
    assertThat(link.state()).isEqualTo(State.BACK_OFF);
  }

  @Test
  void closing_while_dialling_cancels_at_once() {
    CsmsLink link = open();
    link.close();
    assertThat(dialer.last().cancelled).isTrue();
    assertThat(link.state()).isEqualTo(State.CLOSED);
    assertThat(timers.waiting()).isZero();
    assertThat(links.openLinks()).isZero();
    assertThat(told.events).isEmpty();
  }

  @Test
  void a_closed_link_is_dialled_again_only_when_the_old_connection_is_gone() {
    CsmsLink link = up();
    FakeConnection old = dialer.last();
    link.close();
    assertThat(old.closeCode).contains(1000);
    link.open();
    assertThat(link.state()).isEqualTo(State.OPENING);
    assertThat(dialer.dials).hasSize(1);
    timers.pass(ReconnectingLink.CLOSE_MAX);
    assertThat(old.dropped).isTrue();
    timers.pass(Duration.ofMillis(10));
    assertThat(dialer.dials).hasSize(2);
    dialer.last().letThrough();
    assertThat(link.state()).isEqualTo(State.UP);
  }

  @Test
  void calls_go_one_at_a_time_in_order_with_fresh_ids() {
    CsmsLink link = up();
    CompletableFuture<Reply> first = link.call("Heartbeat", empty(), ANSWER);
    CompletableFuture<Reply> second = link.call("Authorize", empty().put("idTag", "A"), ANSWER);
    assertThat(dialer.last().sent).containsExactly("[2,\"id0\",\"Heartbeat\",{}]");
    dialer.last().caller.text("[3,\"id0\",{\"currentTime\":\"x\"}]");
    assertThat(first.join()).isEqualTo(new Reply.Result(empty().put("currentTime", "x")));
    assertThat(dialer.last().sent).last().isEqualTo("[2,\"id1\",\"Authorize\",{\"idTag\":\"A\"}]");
    dialer.last().caller.text("[4,\"id1\",\"InternalError\",\"no\",{}]");
    assertThat(second.join()).isEqualTo(new Reply.Error("InternalError", "no"));
  }

  @Test
  void a_late_answer_is_dropped_and_does_not_answer_the_next_call() {
    CsmsLink link = up();
    CompletableFuture<Reply> first = link.call("Heartbeat", empty(), ANSWER);
    CompletableFuture<Reply> second = link.call("Heartbeat", empty(), ANSWER);
    timers.pass(Duration.ofSeconds(4));
    assertThat(first).isNotDone();
    timers.pass(Duration.ofSeconds(1));
    assertThat(reason(first)).contains("no answer within 5000 ms");
    dialer.last().caller.text("[3,\"id0\",{}]");
    assertThat(second).isNotDone();
    assertThat(links.counters().lateAnswers()).isEqualTo(1);
    dialer.last().caller.text("[3,\"id1\",{}]");
    assertThat(second.join()).isInstanceOf(Reply.Result.class);
  }

  @Test
  void when_the_connection_is_lost_every_call_ends_with_the_reason() {
    CsmsLink link = up();
    List<CompletableFuture<Reply>> replies =
        IntStream.range(0, 3).mapToObj(i -> link.call("Heartbeat", empty(), ANSWER)).toList();
    dialer.last().caller.gone("the cable was cut");
    assertThat(replies)
        .allSatisfy(reply -> assertThat(reason(reply)).isEqualTo("the cable was cut"));
    assertThat(reason(link.call("Heartbeat", empty(), ANSWER)))
        .contains("not connected")
        .contains("cable");
    assertThat(told.events).containsExactly("up", "down: the cable was cut");
  }

  @Test
  void the_queue_of_calls_is_bounded() {
    CsmsLink link = up();
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < Calls.WAITING_MAX + 2; i++) {
      replies.add(link.call("Heartbeat", empty(), ANSWER));
    }
    assertThat(replies.getLast()).isDone();
    assertThat(reason(replies.getLast())).contains("calls wait");
    assertThat(replies.get(Calls.WAITING_MAX)).isNotDone();
  }

  @Test
  void a_frame_over_the_limit_is_not_sent() {
    target = target.withFrameMax(1024);
    CsmsLink link = up();
    CompletableFuture<Reply> reply =
        link.call("DataTransfer", empty().put("data", "ü".repeat(600)), ANSWER);
    assertThat(reply.join()).isInstanceOf(Reply.Unsendable.class);
    assertThat(reply.join().toString()).contains("1024 bytes");
    assertThat(dialer.last().sent).isEmpty();
  }

  @Test
  void calls_of_the_csms_are_delivered_one_at_a_time() throws Exception {
    up();
    FakeConnection connection = dialer.last();
    connection.caller.text("[2,\"a\",\"Reset\",{}]");
    connection.caller.text("[2,\"b\",\"ClearCache\",{}]");
    connection.caller.text("[2,\"a\",\"Reset\",{}]");
    assertThat(told.calls).hasSize(1);
    assertThat(links.counters().repeatedCalls()).isEqualTo(1);
    CsmsLink.Incoming reset = told.calls.take();
    assertThat(reset.answer(new CsmsAnswer.Result(empty().put("status", "Accepted")))).isDone();
    assertThat(reset.answer(new CsmsAnswer.Result(empty()))).isDone();
    assertThat(connection.sent).containsExactly("[3,\"a\",{\"status\":\"Accepted\"}]");
    told.calls.take().answer(new CsmsAnswer.Error("NotSupported", "not here"));
    assertThat(connection.sent).last().isEqualTo("[4,\"b\",\"NotSupported\",\"not here\",{}]");
  }

  @Test
  void silence_sends_nothing_and_lets_the_next_call_through() throws Exception {
    up();
    dialer.last().caller.text("[2,\"a\",\"Reset\",{}]");
    dialer.last().caller.text("[2,\"b\",\"Reset\",{}]");
    told.calls.take().answer(new CsmsAnswer.Silence("rejected"));
    assertThat(told.calls.take().messageId()).isEqualTo("b");
    assertThat(dialer.last().sent).isEmpty();
  }

  @Test
  void calls_cross() {
    CsmsLink link = up();
    CompletableFuture<Reply> ours = link.call("Heartbeat", empty(), ANSWER);
    dialer.last().caller.text("[2,\"a\",\"Reset\",{}]");
    told.calls.element().answer(new CsmsAnswer.Result(empty()));
    assertThat(ours).isNotDone();
    dialer.last().caller.text("[3,\"id0\",{}]");
    assertThat(ours.join()).isInstanceOf(Reply.Result.class);
  }

  @Test
  void too_many_calls_of_the_csms_are_refused() {
    up();
    for (int i = 0; i < Inbox.WAITING_MAX + 2; i++) {
      dialer.last().caller.text("[2,\"c" + i + "\",\"Reset\",{}]");
    }
    assertThat(dialer.last().sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"c" + (Inbox.WAITING_MAX + 1) + "\",\"InternalError\"");
  }

  @Test
  void a_call_nobody_answers_does_not_block_the_next_for_ever() {
    withoutPings();
    up();
    dialer.last().caller.text("[2,\"a\",\"Reset\",{}]");
    dialer.last().caller.text("[2,\"b\",\"Reset\",{}]");
    timers.pass(Inbox.ANSWER_MAX);
    assertThat(dialer.last().sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"a\",\"InternalError\"");
    assertThat(told.calls).hasSize(2);
  }

  @Test
  void answers_after_a_reconnect_are_dropped() {
    up();
    dialer.last().caller.text("[2,\"a\",\"Reset\",{}]");
    dialer.last().caller.gone("lost");
    timers.pass(timers.untilNext());
    dialer.last().letThrough();
    assertThat(told.calls.element().answer(new CsmsAnswer.Result(empty()))).isDone();
    assertThat(dialer.last().sent).isEmpty();
  }

  @Test
  void unreadable_frames_are_refused_by_id_in_the_spelling_of_the_version() {
    up();
    dialer.last().caller.text("[2,\"a\",\"Reset\",{");
    dialer.last().caller.text("nonsense");
    dialer.last().caller.text("[9,\"b\",{}]");
    assertThat(dialer.last().sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"a\",\"FormationViolation\"");
    assertThat(links.counters().unreadableFrames()).isEqualTo(3);

    target = CsmsTarget.of("new", target.url(), Target.OCPP201);
    up();
    dialer.last().caller.text("[2,5,\"Reset\",{}]");
    assertThat(dialer.last().sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"5\",\"FormatViolation\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[3,'id0',{", "[3,'id0',{'transactionId':}]", "[3,'id0',[]]", "[3,'id0','x']"})
  void an_answer_with_an_odd_payload_is_an_answer_without_content(String text) {
    CompletableFuture<Reply> reply = up().call("StartTransaction", empty(), ANSWER);
    dialer.last().caller.text(text.replace('\'', '"'));
    assertThat(reply.join()).isEqualTo(new Reply.Result(empty()));
  }

  @Test
  void an_unreadable_refusal_is_a_refusal() {
    CompletableFuture<Reply> reply = up().call("StartTransaction", empty(), ANSWER);
    dialer.last().caller.text("[4,\"id0\",");
    assertThat(reply.join()).isInstanceOf(Reply.Error.class);
  }

  @Test
  void a_silent_csms_is_pinged_and_then_given_up() {
    CsmsLink link = up();
    FakeConnection connection = dialer.last();
    timers.pass(Duration.ofSeconds(60));
    assertThat(connection.pings).isEqualTo(1);
    connection.caller.pong();
    timers.pass(Duration.ofSeconds(60));
    assertThat(connection.pings).isEqualTo(2);
    timers.pass(Duration.ofSeconds(20));
    assertThat(connection.dropped).isTrue();
    assertThat(link.state()).isEqualTo(State.BACK_OFF);
    assertThat(link.trouble()).isEqualTo("no pong within 20000 ms");
  }

  @Test
  void any_message_proves_that_the_csms_is_there() {
    CsmsLink link = up();
    for (int i = 0; i < 200; i++) {
      timers.pass(Duration.ofSeconds(5));
      dialer.last().caller.text("[3,\"x\",{}]");
    }
    assertThat(link.state()).isEqualTo(State.UP);
  }

  @Test
  void a_csms_that_does_not_read_is_given_up() {
    CsmsLink link = up();
    dialer.last().full = true;
    assertThat(reason(link.call("Heartbeat", empty(), ANSWER))).contains("does not read");
    assertThat(dialer.last().dropped).isTrue();
    assertThat(link.state()).isEqualTo(State.BACK_OFF);
  }

  @Test
  void an_unacceptable_message_closes_with_its_code_and_dials_again_later() {
    CsmsLink link = up();
    FakeConnection connection = dialer.last();
    connection.caller.unacceptable(1003, "a binary message");
    assertThat(connection.closeCode).contains(1003);
    assertThat(link.state()).isEqualTo(State.BACK_OFF);
    connection.caller.gone("closed");
    assertThat(told.events).containsExactly("up", "down: a binary message");
    timers.pass(Duration.ofSeconds(20));
    assertThat(dialer.dials).hasSize(2);
  }

  @Test
  void a_failing_listener_does_not_break_the_link() {
    CsmsLink link =
        links.create(
            LinkSettings.of(target, "CP2"),
            new CsmsLink.Listener() {
              @Override
              public void up() {
                throw new IllegalStateException("up");
              }

              @Override
              public void down(String reason) {}

              @Override
              public void call(CsmsLink.Incoming call) {
                throw new IllegalStateException("call");
              }
            });
    link.open();
    dialer.last().letThrough();
    dialer.last().caller.text("[2,\"a\",\"Reset\",{}]");
    assertThat(dialer.last().sent)
        .singleElement()
        .asString()
        .startsWith("[4,\"a\",\"InternalError\"");
    assertThat(link.state()).isEqualTo(State.UP);
  }

  @Test
  void a_fleet_comes_back_after_a_csms_restart_paced_and_spread() {
    withoutPings();
    List<CsmsLink> fleet =
        IntStream.range(0, 2000)
            .mapToObj(i -> links.create(LinkSettings.of(target, "CP" + i), told))
            .toList();
    fleet.forEach(CsmsLink::open);
    letEveryoneThrough(Duration.ofSeconds(11));
    assertThat(fleet).allMatch(link -> link.state() == State.UP);

    List<FakeConnection> before = List.copyOf(dialer.dials);
    timers.pass(Duration.ofMinutes(1));
    dialer.dials.clear();
    through = 0;
    before.forEach(connection -> connection.caller.gone("the CSMS restarts"));
    timers.pass(Duration.ofSeconds(9));
    assertThat(dialer.dials).isEmpty();
    int most = 0;
    for (int second = 0; second < 13; second++) {
      int dialled = dialer.dials.size();
      letEveryoneThrough(Duration.ofSeconds(1));
      most = Math.max(most, dialer.dials.size() - dialled);
    }
    assertThat(most).isBetween(150, 211);
    assertThat(fleet).allMatch(link -> link.state() == State.UP);
  }

  private void letEveryoneThrough(Duration duration) {
    for (long i = 0; i < duration.toMillis() / 20; i++) {
      timers.pass(Duration.ofMillis(20));
      while (through < dialer.dials.size()) {
        dialer.dials.get(through++).letThrough();
      }
    }
  }
}
