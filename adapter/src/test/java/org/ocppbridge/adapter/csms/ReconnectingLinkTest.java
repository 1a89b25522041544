package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.csms.FakeDialer.FakeConnection;
import org.ocppbridge.mappings.LinkNews.Trouble;

/** When a link dials, and when it is given up. */
class ReconnectingLinkTest extends LinkCase {
  private int through;

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
    timers.pass(Connector.CLOSE_MAX);
    assertThat(old.dropped).isTrue();
    timers.pass(Duration.ofMillis(10));
    assertThat(dialer.dials).hasSize(2);
    dialer.last().letThrough();
    assertThat(link.state()).isEqualTo(State.UP);
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
