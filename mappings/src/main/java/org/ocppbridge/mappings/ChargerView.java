package org.ocppbridge.mappings;

import java.time.Instant;

/**
 * All a mapping may read: an immutable snapshot of one charger, the time, and the policy in force
 * for this charger.
 *
 * @param state what is known of the charger
 * @param now the time of this step
 * @param policy the settings that decide what the contracts leave open
 * @param uplink how it stands with the CSMS
 */
public record ChargerView(ChargerState state, Instant now, Policy policy, Uplink uplink) {

  /** A view with an idle link to the CSMS. */
  public ChargerView(ChargerState state, Instant now, Policy policy) {
    this(state, now, policy, Uplink.IDLE);
  }

  /** The security profile that the connection has, or had at its best: it may only rise. */
  public int securityProfile() {
    return Math.max(policy.link().securityProfile(), state.access().network().profile());
  }
}
