package org.ocppbridge.adapter.cli;

import org.ocppbridge.adapter.config.BridgeConfig;

/**
 * Which bridge is to read its settings again.
 *
 * @param config says where it is: its data folder
 * @param now whether chargers whose CSMS changes leave transactions unfinished where they began
 */
public record ReloadOptions(BridgeConfig config, boolean now) {}
