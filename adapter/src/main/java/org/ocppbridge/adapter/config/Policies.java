package org.ocppbridge.adapter.config;

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
        config.offline().tokenLifetime());
  }
}
