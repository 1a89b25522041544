package org.ocppbridge.adapter.cli;

import org.ocppbridge.adapter.config.BridgeConfig;

/**
 * What is to be done about dead letters.
 *
 * @param charger whose; empty for a list of all
 * @param number which one; 0 for a list
 */
public record OutboxOptions(BridgeConfig config, Action action, String charger, long number) {

  /** What can be done. */
  public enum Action {
    LIST,
    RETRY,
    DROP
  }
}
