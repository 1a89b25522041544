package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.access.PinBook;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.charger.FakeDialect;
import org.ocppbridge.adapter.charger.LearntAddress;
import org.ocppbridge.adapter.charger.NoCharger;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.DrainPace;
import org.ocppbridge.adapter.delivery.FakeLink;
import org.ocppbridge.adapter.delivery.Paces;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.store.sql.SqlStore;
import org.ocppbridge.adapter.time.FakeTime;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Heartbeat;

/** Fault row 26: somebody sets the bridge's clock, while it runs or while it does not. */
class ClockTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final BridgeConfig config =
      ConfigLoader.parse("{targets: {main: {url: 'ws://csms/ocpp'}}, autoRegister: true}");
  @TempDir private Path folder;
  private SqlStore store;
  private final Map<ChargerId, FakeLink> links = new HashMap<>();
  private final FakeDialect dialect = new FakeDialect();
  private FakeTime time = new FakeTime();
  private ChargerFleet fleet;
  private Bridge bridge;

  @BeforeEach
  void start() {
    store = SqlStore.in(folder, new SqlStore.Limits(1000, 1000, 100));
    fleet = fleet();
    bridge =
        new Bridge(
            fleet, store, new Doorkeeper(new PinBook(Optional.empty(), 1000), 1000, time::now));
  }

  @AfterEach
  void end() {
    store.close();
  }

  private ChargerFleet fleet() {
    DrainPace overdue =
        new DrainPace(100, () -> Duration.between(Instant.EPOCH, time.steady()).toNanos());
    return new ChargerFleet(
        new Routing(config), store, (state, route) -> charger(state, route, overdue), time, 1000);
  }

  private Charger charger(ChargerState state, Route route, DrainPace overdue) {
    FakeLink link = new FakeLink();
    link.state = State.CLOSED;
    links.put(state.id(), link);
    ChargerSession session =
        new ChargerSession(state, dialect, store, time, new NoCharger(), () -> Policy.DEFAULT);
    session.attach(link, new Courier(link, session.desk(), Runnable::run, Paces.fast()), overdue);
    return new Charger(
        session,
        route,
        config::presence,
        new LearntAddress(state.id(), route.settings(), state.contact()),
        time);
  }

  private Charger heard(String id) {
    Caller caller =
        new Caller(
            new ChargerId(id),
            SoapVersion.V16,
            new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 4711),
            Optional.empty(),
            false);
    bridge.ask(caller, Heartbeat.FROM_CHARGER, new Heartbeat.Request(), List.of());
    return fleet.charger(new ChargerId(id));
  }

  private void setClock(Duration by) {
    time.setClock(by);
    fleet.clockStepped(by);
  }

  /** The process ends; the next one finds a clock that was set meanwhile. */
  private void restart(Duration clockSet) {
    fleet.close();
    store.close();
    Duration ahead = Duration.between(new FakeTime().now(), time.now()).plus(clockSet);
    time = new FakeTime();
    time.setClock(ahead);
    start();
    fleet.takeUp();
  }

  private void wakeIn(Charger charger, String reason, Duration wait) {
    charger
        .session()
        .note(List.of(new Change.WakeUp(reason, charger.session().view().now().plus(wait))));
  }

  @ParameterizedTest(name = "row_26: the clock is set by {0} hours")
  @ValueSource(longs = {-24, -3, 3, 24})
  void row_26_what_is_to_happen_after_some_time_happens_once_and_then(long hours) {
    wakeIn(heard("CP-1"), "boot", MINUTE);
    setClock(Duration.ofHours(hours));

    time.pass(MINUTE.minusSeconds(1));
    assertThat(dialect.woken).isEmpty();
    time.pass(Duration.ofSeconds(2));
    assertThat(dialect.woken).hasSize(1);
    time.pass(Duration.ofDays(2));
    assertThat(dialect.woken).hasSize(1);
  }

  /** Between the moment it is set and the moment that is noticed all goes on by the old time. */
  @ParameterizedTest(name = "row_26: the clock is set by {0} hours")
  @ValueSource(longs = {-3, 3})
  void row_26_what_is_noted_before_it_is_noticed_is_right_too(long hours) {
    Charger charger = heard("CP-1");
    Instant before = charger.session().view().now();
    time.setClock(Duration.ofHours(hours));
    assertThat(charger.session().view().now()).isEqualTo(before);
    charger.session().note(List.of(new Change.WakeUp("boot", before.plus(MINUTE))));
    fleet.clockStepped(Duration.ofHours(hours));
    assertThat(charger.session().view().now()).isEqualTo(time.now());

    time.pass(MINUTE.minusSeconds(1));
    assertThat(dialect.woken).isEmpty();
    time.pass(Duration.ofSeconds(2));
    assertThat(dialect.woken).hasSize(1);
  }

  @Test
  void row_26_what_is_to_happen_at_a_time_of_day_happens_then() {
    Charger charger = heard("CP-1");
    wakeIn(charger, "reservation/1", Duration.ofHours(1));
    setClock(Duration.ofHours(-3));
    time.pass(Duration.ofHours(2));
    assertThat(dialect.woken).isEmpty();
    time.pass(Duration.ofHours(2));
    assertThat(dialect.woken).hasSize(1);

    wakeIn(charger, "reservation/2", Duration.ofHours(5));
    setClock(Duration.ofHours(6));
    time.pass(Duration.ofSeconds(1));
    assertThat(dialect.woken).hasSize(2);
  }

  @Test
  void row_26_links_stay_and_end_by_true_silence_however_the_clock_is_set() {
    heard("CP-1");
    setClock(Duration.ofHours(5));
    fleet.lookForSilence();
    assertThat(link().state).isEqualTo(State.UP);
    setClock(Duration.ofHours(-24));
    time.pass(Duration.ofHours(1));
    fleet.lookForSilence();
    assertThat(link().state).isEqualTo(State.CLOSED);
  }

  private FakeLink link() {
    return links.get(new ChargerId("CP-1"));
  }

  @Test
  void row_26_after_a_restart_with_a_clock_set_back_waits_are_no_longer_than_they_were() {
    wakeIn(heard("CP-1"), "boot", MINUTE);
    restart(Duration.ofHours(-3));
    assertThat(link().state).as("heard lately").isEqualTo(State.UP);
    time.pass(MINUTE);
    assertThat(dialect.woken).hasSize(1);

    restart(Duration.ZERO);
    assertThat(fleet.charger(new ChargerId("CP-1")).lastHeard()).isBefore(time.now());
  }

  @Test
  void row_26_after_a_restart_with_a_clock_set_forward_what_is_overdue_does_not_come_all_at_once() {
    for (int i = 0; i < 500; i++) {
      wakeIn(heard("CP-" + i), "boot", MINUTE);
    }
    restart(Duration.ofHours(3));

    time.pass(Duration.ofSeconds(1));
    assertThat(dialect.woken).hasSizeBetween(90, 110);
    time.pass(Duration.ofSeconds(4));
    assertThat(dialect.woken).hasSize(500);
  }

  /** Whoever set the clock or stopped the bridge: the charger could not say anything. */
  @Test
  void row_26_a_charger_that_had_no_chance_to_speak_gets_it_before_a_wait_for_it_is_over() {
    wakeIn(heard("CP-1"), "orphan/1", MINUTE);
    restart(Duration.ofHours(3));
    time.pass(Duration.ofSeconds(299));
    assertThat(dialect.woken).isEmpty();
    time.pass(Duration.ofSeconds(1));
    assertThat(dialect.woken).hasSize(1);

    wakeIn(heard("CP-1"), "orphan/2", MINUTE);
    restart(Duration.ofHours(-3));
    time.pass(Duration.ofSeconds(299));
    assertThat(dialect.woken).hasSize(1);
    time.pass(Duration.ofSeconds(1));
    assertThat(dialect.woken).hasSize(2);
  }

  @Test
  void row_26_who_was_heard_is_kept_by_the_clock_as_it_is_now() {
    heard("CP-1");
    fleet.lookForSilence();
    setClock(Duration.ofDays(-10));
    fleet.lookForSilence();
    assertThat(store.lastHeard(new ChargerId("CP-1"))).contains(time.now());
  }
}
