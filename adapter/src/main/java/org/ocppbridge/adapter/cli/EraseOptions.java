package org.ocppbridge.adapter.cli;

import org.ocppbridge.adapter.config.BridgeConfig;

/**
 * What is to be erased.
 *
 * @param token a driver's token
 */
public record EraseOptions(BridgeConfig config, String token) {

  /** Not the token. */
  @Override
  public String toString() {
    return "EraseOptions";
  }
}
