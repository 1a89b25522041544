package org.ocppbridge.adapter.console;

import java.util.List;

/**
 * What an operator wants to know of the bridge.
 *
 * @param links the connections to the CSMSs
 * @param chargers the chargers that are known
 * @param warnings what needs attention, in words
 */
public record BridgeStatus(LinkStatus links, List<ChargerStatus> chargers, List<String> warnings) {}
