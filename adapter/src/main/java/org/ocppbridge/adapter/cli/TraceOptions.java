package org.ocppbridge.adapter.cli;

import java.util.Optional;
import org.ocppbridge.adapter.config.BridgeConfig;

/**
 * What is to be followed.
 *
 * @param charger whose exchanges; empty: all
 * @param operation of which name; empty: all
 * @param outcome with which end; empty: all
 * @param json whether they are printed as JSON, one a line
 * @param full whether envelopes and long lists are printed whole
 * @param count ends after so many; 0: goes on
 */
public record TraceOptions(
    BridgeConfig config,
    Optional<String> charger,
    Optional<String> operation,
    Optional<String> outcome,
    boolean json,
    boolean full,
    int count) {}
