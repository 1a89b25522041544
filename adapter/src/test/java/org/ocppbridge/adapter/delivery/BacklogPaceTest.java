package org.ocppbridge.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;

/** After an outage: many chargers with messages that wait for one CSMS. */
class BacklogPaceTest {
  private static final int PER_SECOND = 100;
  private static final Duration TICK = Duration.ofMillis(10);

  /** What a late timer may make up for at that pace. */
  private static final int CATCH_UP = 5;

  private long nanos;
  private DrainPace pace = new DrainPace(PER_SECOND, () -> nanos);
  private final List<One> chargers = new ArrayList<>();

  @Test
  void all_backlogs_together_keep_the_pace_and_each_charger_gets_its_turn() {
    for (int i = 0; i < 10; i++) {
      One charger = charger(CsmsLink.State.BACK_OFF);
      for (int j = 0; j < 10; j++) {
        charger.append("Meter");
        charger.keep("Event", "event/" + j);
      }
    }
    chargers.forEach(charger -> charger.link.up(charger.courier));

    pass(Duration.ofSeconds(1));

    assertThat(sent()).isBetween(PER_SECOND - CATCH_UP, PER_SECOND + CATCH_UP);
    assertThat(chargers).allSatisfy(one -> assertThat(one.link.sent.size()).isBetween(9, 11));
    pass(Duration.ofSeconds(1));
    assertThat(sent()).isEqualTo(200);
  }

  @Test
  void row_29_ten_thousand_chargers_that_come_back_at_once_keep_the_pace_and_none_is_left_out() {
    int many = 10_000;
    int perSecond = 1000;
    pace = new DrainPace(perSecond, () -> nanos);
    for (int i = 0; i < many; i++) {
      One charger = charger(CsmsLink.State.BACK_OFF);
      charger.append("Start");
      charger.keep("Status", "status/1");
    }
    chargers.forEach(charger -> charger.link.up(charger.courier));

    for (int second = 1; second <= 2 * many / perSecond; second++) {
      pass(Duration.ofSeconds(1), Duration.ofMillis(50));
      assertThat(sent()).isBetween((second - 1) * perSecond, second * perSecond + CATCH_UP * 10);
    }
    pass(Duration.ofSeconds(1));
    assertThat(chargers.stream().map(one -> one.link.sent).distinct())
        .containsExactly(List.of("Status", "Start"));
  }

  @Test
  void a_charger_without_backlog_notices_nothing() {
    One behind = charger(CsmsLink.State.BACK_OFF);
    for (int i = 0; i < 1000; i++) {
      behind.append("Meter");
    }
    behind.link.up(behind.courier);
    One other = charger(CsmsLink.State.OPENING);
    other.link.up(other.courier);

    for (int i = 0; i < 50; i++) {
      other.append("Meter");
      other.keep("Status", "status/1");
    }

    assertThat(other.link.sent).hasSize(100);
    assertThat(behind.link.sent).hasSizeLessThan(10);
  }

  @Test
  void what_comes_now_goes_on_at_once_unless_it_replaces_what_waits_for_its_turn() {
    One crowd = charger(CsmsLink.State.BACK_OFF);
    One charger = charger(CsmsLink.State.BACK_OFF);
    crowd.keep("Event", "event");
    charger.keep("Old", "status/1");
    for (int i = 0; i < 2 * CATCH_UP; i++) {
      crowd.append("Meter");
    }
    crowd.link.up(crowd.courier);
    charger.link.up(charger.courier);
    assertThat(charger.link.sent).isEmpty();

    charger.keep("New", "status/1");
    charger.keep("Other", "status/2");
    charger.courier.post(Message.once("Heartbeat", payload()), true);
    charger.append("Start");
    assertThat(charger.link.sent).containsExactly("Other", "Heartbeat", "Start");
    pass(Duration.ofSeconds(1));

    assertThat(charger.link.sent).containsExactly("Other", "Heartbeat", "Start", "Old", "New");
  }

  private int sent() {
    return chargers.stream().mapToInt(one -> one.link.sent.size()).sum();
  }

  private One charger(CsmsLink.State state) {
    One made = new One(pace, state);
    chargers.add(made);
    return made;
  }

  private void pass(Duration time) {
    pass(time, TICK);
  }

  private void pass(Duration time, Duration tick) {
    for (Duration passed = tick; passed.compareTo(time) <= 0; passed = passed.plus(tick)) {
      nanos += tick.toNanos();
      for (One charger : chargers) {
        charger.desk.now = Instant.EPOCH.plusNanos(nanos);
        List<Runnable> alarms = new ArrayList<>(charger.desk.alarms);
        charger.desk.alarms.clear();
        alarms.forEach(Runnable::run);
      }
    }
  }

  private static ObjectNode payload() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A charger whose CSMS answers at once. */
  private static final class One {
    private final FakeLink link = new FakeLink();
    private final FakeDesk desk = new FakeDesk();
    private final Courier courier;

    One(DrainPace pace, CsmsLink.State state) {
      link.state = state;
      link.always = Optional.of(FakeLink.result());
      desk.now = Instant.EPOCH;
      courier = new Courier(link, desk, Runnable::run, pace);
    }

    void append(String action) {
      courier.appended(desk.written(action));
      courier.pump();
    }

    void keep(String action, String key) {
      Message message = Message.latest(action, payload(), key);
      courier.kept(new Queued(++desk.lastSeq, message, desk.now, 0, desk.now), false);
    }
  }
}
