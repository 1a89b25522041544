package org.ocppbridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.access.PinBook;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.charger.ChargerSession;
import org.ocppbridge.adapter.charger.LearntAddress;
import org.ocppbridge.adapter.charger.NoCharger;
import org.ocppbridge.adapter.config.BridgeConfig;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Policies;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.Paces;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.store.Store;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;

/** How many chargers are served, and that no two are one at the CSMS. */
class BridgeLimitsTest {

  private static final int CHARGERS = 10;

  private final BridgeConfig config =
      ConfigLoader.parse(
          """
          targets: {main: {url: ws://127.0.0.1:1/}}
          autoRegister: true
          chargers: [{id: "OLD-*", csms: {identity: "NEW-{id}"}}]
          """);
  private final MemoryStore store = new MemoryStore();
  private final Map<ChargerId, Link> links = new HashMap<>();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final ChargerFleet fleet =
      new ChargerFleet(new Routing(config), store, this::charger, new Clock(), CHARGERS);
  private final Bridge bridge =
      new Bridge(
          fleet,
          store,
          new Doorkeeper(new PinBook(Optional.empty(), CHARGERS), CHARGERS, () -> now));

  @Test
  void overTheLimitNewChargersAreRefusedAsOverloadUntilOthersAreGone() {
    for (int i = 0; i < CHARGERS; i++) {
      heartbeat("CP-" + i);
    }
    assertThatThrownBy(() -> bridge.admit(caller("NEW")))
        .isInstanceOf(BridgeFault.Overloaded.class);
    bridge.admit(caller("CP-1"));

    fleet.lookForSilence();
    assertThat(fleet.chargers()).as("their links are open").hasSize(CHARGERS);

    now = now.plusSeconds(1_000);
    heartbeat("CP-1");
    fleet.lookForSilence();

    bridge.admit(caller("NEW"));
    assertThat(fleet.charger(new ChargerId("CP-1"))).isNotNull();
    assertThat(store.find(new ChargerId("CP-1"))).isPresent();
    assertThat(fleet.chargers()).hasSizeLessThan(CHARGERS);
    assertThat(store.chargers()).hasSize(fleet.chargers().size());
  }

  @Test
  void aChargerForWhomSomethingWaitsIsNotForgotten() {
    for (int i = 0; i < CHARGERS; i++) {
      if (i == 0) {
        start("CP-0");
      } else {
        heartbeat("CP-" + i);
      }
    }
    links.values().forEach(Link::close);
    fleet.lookForSilence();

    assertThat(fleet.chargers()).hasSizeLessThan(CHARGERS);
    assertThat(fleet.charger(new ChargerId("CP-0"))).isNotNull();
  }

  /** The CSMS would take them for one charger. */
  @Test
  void aSecondChargerOfTheSameIdentityAtTheCsmsIsRefused() {
    heartbeat("OLD-1");
    assertThatThrownBy(() -> heartbeat("NEW-OLD-1"))
        .isInstanceOf(BridgeFault.UnknownCharger.class)
        .hasMessageContaining("'NEW-OLD-1'")
        .hasMessageContaining("charger OLD-1");
    heartbeat("OLD-1");
  }

  @Test
  void deadLettersAreDroppedWhenTheyAreTooOldAndCounted() {
    stopOfNothing("CP-0");
    now = now.plus(Duration.ofDays(2));
    stopOfNothing("CP-0");
    now = now.plus(Duration.ofDays(29));
    fleet.expireLetters(Duration.ofDays(30));

    Store.DeadLetters left = store.deadLetters(new ChargerId("CP-0"));
    assertThat(left.kept())
        .singleElement()
        .extracting(Store.DeadLetter::parkedAt)
        .isEqualTo(now.minus(Duration.ofDays(29)));
    assertThat(left.dropped()).isEqualTo(1);
  }

  private void stopOfNothing(String id) {
    bridge.ask(
        caller(id),
        StopTransaction.FROM_CHARGER,
        new StopTransaction.Request(4711, "TAG", now, BigDecimal.TEN, null, null),
        List.of());
  }

  private void heartbeat(String id) {
    bridge.ask(caller(id), Heartbeat.FROM_CHARGER, new Heartbeat.Request(), List.of());
  }

  private void start(String id) {
    bridge.ask(
        caller(id),
        StartTransaction.FROM_CHARGER,
        new StartTransaction.Request(1, "TAG", now, BigDecimal.ZERO, null),
        List.of());
  }

  private static Caller caller(String id) {
    return new Caller(
        new ChargerId(id),
        SoapVersion.V16,
        new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 5000),
        Optional.empty(),
        false);
  }

  private Charger charger(ChargerState state, Route route) {
    Clock time = new Clock();
    Link link = new Link();
    links.put(state.id(), link);
    ChargerSession session =
        new ChargerSession(
            state, new Json16(), store, time, new NoCharger(), () -> Policies.of(config, route));
    session.attach(link, new Courier(link, session.desk(), time::run, Paces.fast()), Paces.fast());
    return new Charger(
        session,
        route,
        config::presence,
        new LearntAddress(state.id(), route.settings(), state.contact()),
        time);
  }

  /** Stands still; what is to be run is run at once. */
  private final class Clock implements Time {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant steady() {
      return now;
    }

    @Override
    public void run(Runnable task) {
      task.run();
    }

    @Override
    public void at(Instant time, Runnable task) {
      // never comes
    }
  }

  /** A link to a CSMS that is away. */
  private static final class Link implements CsmsLink {
    private State state = State.CLOSED;

    @Override
    public void open() {
      state = State.BACK_OFF;
    }

    @Override
    public State state() {
      return state;
    }

    @Override
    public String trouble() {
      return "away";
    }

    @Override
    public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
      return CompletableFuture.completedFuture(new Reply.None("away"));
    }

    @Override
    public CompletableFuture<Reply> call(String action, ObjectNode payload) {
      return call(action, payload, Duration.ZERO);
    }

    @Override
    public void pingEvery(Duration interval) {
      // not up
    }

    @Override
    public void reconnect(String why) {
      // not up
    }

    @Override
    public void retryBy(Reconnect rules) {
      // not up
    }

    @Override
    public void close() {
      state = State.CLOSED;
    }
  }
}
