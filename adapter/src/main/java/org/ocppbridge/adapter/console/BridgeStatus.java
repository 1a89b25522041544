package org.ocppbridge.adapter.console;

import java.util.List;

/**
 * What an operator wants to know of the bridge.
 *
 * @param links the connections to the CSMSs
 * @param chargers the chargers heard since the start
 */
public record BridgeStatus(LinkStatus links, List<ChargerStatus> chargers) {}
