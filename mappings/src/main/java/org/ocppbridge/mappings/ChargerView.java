package org.ocppbridge.mappings;

import java.time.Instant;

/**
 * All a mapping may read: an immutable snapshot of one charger, the time, and the policy in force
 * for this charger.
 *
 * @param state what is known of the charger
 * @param now the time of this step
 * @param policy the settings that decide what the contracts leave open
 */
public record ChargerView(ChargerState state, Instant now, Policy policy) {}
