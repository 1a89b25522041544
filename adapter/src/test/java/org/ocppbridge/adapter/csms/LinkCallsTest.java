package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.csms.FakeDialer.FakeConnection;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;

/** Calls over a link, ours and those of the CSMS. */
class LinkCallsTest extends LinkCase {
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

  /** The way may be one that the CSMS gave an own message timeout (2.0.1 B09). */
  @Test
  void an_answer_is_waited_for_as_long_as_the_way_to_the_csms_says() {
    withoutPings();
    CsmsTarget other = target.withTimes(target.times().answeredWithin(2));
    List<LinkSettings> turns =
        List.of(LinkSettings.of(target, "CP1"), LinkSettings.of(other, "CP1"));
    CsmsLink link = links.create(target, new Turns(turns), told);
    link.open();
    dialer.last().letThrough();
    CompletableFuture<Reply> first = link.call("Heartbeat", empty());
    timers.pass(Duration.ofSeconds(4));
    assertThat(first).isNotDone();
    dialer.last().caller.gone("lost");
    timers.pass(timers.untilNext());
    dialer.last().letThrough();

    CompletableFuture<Reply> second = link.call("Heartbeat", empty());
    timers.pass(Duration.ofSeconds(2));

    assertThat(reason(second)).contains("no answer within 2000 ms");
  }

  /** One way after the other, as often as it is dialled; the last one stays. */
  private record Turns(List<LinkSettings> ways, AtomicInteger dials) implements Ways {
    Turns(List<LinkSettings> ways) {
      this(ways, new AtomicInteger(-1));
    }

    @Override
    public LinkSettings next() {
      return ways.get(Math.clamp(dials.get(), 0, ways.size() - 1));
    }

    @Override
    public void connected(LinkSettings used) {
      dials.set(1);
    }

    @Override
    public void failed(LinkSettings used, Trouble trouble, String reason) {}
  }
}
