package org.ocppbridge.adapter.console.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A transaction of a charger.
 *
 * @param transaction its number at the charger
 * @param csmsTransaction its id at the CSMS; empty while that has given none
 * @param connector where it runs
 * @param idTag the driver's token
 * @param phase {@code OPEN}, {@code ORPHANED} or {@code ENDED}
 * @param startedAt by the charger's clock
 * @param energyWh what it has delivered so far; null if the charger does not say
 * @param powerW what it draws; null if the charger does not say
 * @param readAt when the last meter values came; null if none did
 * @param verdict what the CSMS said of the token; empty while it has said nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SessionView(
    int transaction,
    String csmsTransaction,
    int connector,
    String idTag,
    String phase,
    Instant startedAt,
    Double energyWh,
    Double powerW,
    Instant readAt,
    String verdict) {}
