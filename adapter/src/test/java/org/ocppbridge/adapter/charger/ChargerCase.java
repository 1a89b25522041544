package org.ocppbridge.adapter.charger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.config.BridgeConfig.Presence;
import org.ocppbridge.adapter.config.BridgeConfig.Presence.OnSilence;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Route;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.csms.CsmsLink.State;
import org.ocppbridge.adapter.delivery.Courier;
import org.ocppbridge.adapter.delivery.FakeLink;
import org.ocppbridge.adapter.delivery.Paces;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.store.memory.MemoryStore;
import org.ocppbridge.adapter.time.FakeTime;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Heartbeat;

/** A charger over a link that does what the test says. */
public abstract class ChargerCase {
  protected static final ChargerId ID = new ChargerId("CP-1");

  protected final FakeTime time = new FakeTime();
  protected final FakeLink link = new FakeLink();
  protected final FakeDialect dialect = new FakeDialect();
  protected Charger charger = charger(OnSilence.CLOSE);

  protected final Charger charger(OnSilence onSilence) {
    Route route =
        new Routing(
                ConfigLoader.parse(
                    "targets: {main: {url: 'ws://csms/ocpp'}}\nchargers: [{id: CP-1}]"))
            .of(ID)
            .orElseThrow();
    ChargerSession session =
        new ChargerSession(
            ChargerState.fresh(ID, SoapVersion.V16, 0),
            dialect,
            new MemoryStore(),
            time,
            new NoCharger(),
            () -> Policy.DEFAULT);
    Charger made =
        new Charger(
            session,
            route,
            () -> new Presence(onSilence, 3, Duration.ofSeconds(300)),
            new LearntAddress(ID, route.settings(), Optional.empty()),
            time);
    link.state = State.CLOSED;
    session.attach(
        link, new Courier(link, session.desk(), Runnable::run, Paces.fast()), Paces.fast());
    return made;
  }

  protected static Caller caller(SoapVersion version) {
    return new Caller(
        ID,
        version,
        new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 4711),
        Optional.of("http://10.1.2.3:8090/"),
        false);
  }

  protected final void speaks() {
    charger.heard(caller(SoapVersion.V16));
    charger.answer(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
  }

  protected final void send(Message... messages) {
    charger
        .session()
        .carryOut(
            view -> new Step.Done<>(null, List.of(), List.of(messages), List.of()),
            Duration.ofSeconds(1));
  }

  protected static Message message(String action) {
    return Message.transaction(action, JsonNodeFactory.instance.objectNode(), 1);
  }
}
