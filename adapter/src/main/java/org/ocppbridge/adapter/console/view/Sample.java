package org.ocppbridge.adapter.console.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What is remembered of one minute, for the charts. The first five are of the minute that ended
 * then, the others of that moment.
 *
 * @param at the end of the minute
 * @param requests of chargers
 * @param commands to chargers
 * @param errors exchanges that did not end well
 * @param latencyMillis how long chargers waited for their answers, mean; null: there were none
 * @param latencyMaxMillis the same, longest
 * @param sessions open transactions
 * @param powerW what they draw together
 * @param energyWh what open transactions have delivered in that minute, as far as meter values say
 * @param linksUp chargers connected to their CSMS
 * @param linksDown chargers whose CSMS cannot be reached
 * @param waiting messages that wait for a CSMS
 * @param deadLetters messages that were given up
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Sample(
    Instant at,
    long requests,
    long commands,
    long errors,
    Double latencyMillis,
    Double latencyMaxMillis,
    int sessions,
    double powerW,
    double energyWh,
    long linksUp,
    long linksDown,
    long waiting,
    long deadLetters) {}
