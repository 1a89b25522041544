package org.ocppbridge.adapter.config;

import java.util.Optional;
import org.ocppbridge.mappings.Policy;

/** Makes the mappings' {@link Policy} from the settings: the one place where the two meet. */
public final class Policies {

  private Policies() {}

  /** The policy in force for one charger. */
  public static Policy of(BridgeConfig config, Route route) {
    ChargerSettings charger = route.settings();
    Waits waits = charger.waits();
    return new Policy(
        charger.timezone(),
        config.offline().authorize(),
        config.offline().start(),
        config.heartbeat().min(),
        config.heartbeat().max(),
        new Policy.Waits(
            waits.of(Wait.START),
            waits.of(Wait.STOP),
            waits.of(Wait.HEARTBEAT),
            waits.of(Wait.BOOT),
            waits.of(Wait.AUTHORIZE),
            waits.of(Wait.DATA_TRANSFER),
            waits.of(Wait.COMMAND)),
        config.offline().tokenLifetime(),
        route.target().assumedBoot() ? Optional.of(Policy.UNKNOWN_CHARGER) : Optional.empty(),
        link(config, route.target()),
        route.target().celcius(),
        route.target().acceptUnverifiedSigned(),
        charger.ocpp201());
  }

  /** What the CSMS reads as the configuration of its connection. */
  private static Policy.Link link(BridgeConfig config, TargetConfig target) {
    boolean secure = "wss".equalsIgnoreCase(target.url().getScheme());
    boolean certificate = target.tls().certificate().isPresent();
    int profile = !secure ? target.password().isPresent() ? 1 : 0 : certificate ? 3 : 2;
    return new Policy.Link(
        target.pingInterval(),
        config.retry().attempts(),
        config.retry().interval(),
        profile,
        target.callTimeout(),
        new Policy.BackOff(
            target.reconnect().waitMinimum(),
            target.reconnect().randomRange(),
            target.reconnect().repeatTimes()));
  }
}
