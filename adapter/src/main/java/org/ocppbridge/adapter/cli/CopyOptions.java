package org.ocppbridge.adapter.cli;

import java.nio.file.Path;
import org.ocppbridge.adapter.config.BridgeConfig;

/** A copy of the store, and the settings that say where the store is. */
public record CopyOptions(BridgeConfig config, Path file) {}
