package org.ocppbridge.adapter.console.view;

import java.time.Instant;
import java.util.List;

/**
 * The bridge as a whole.
 *
 * @param version of the program
 * @param startedAt when it was started
 * @param links the connections to the CSMSs
 * @param targets names of the CSMSs in the settings
 * @param counts over all chargers
 * @param warnings what needs attention, in words
 */
public record BridgeView(
    String version,
    Instant startedAt,
    LinkStatus links,
    List<String> targets,
    FleetCounts counts,
    List<String> warnings) {}
