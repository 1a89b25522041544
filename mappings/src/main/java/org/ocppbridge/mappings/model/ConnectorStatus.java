package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Status of a connector or of the main controller (1.6 §7.7), with {@code Occupied} of 1.2 and 1.5:
 * the target decides what it becomes.
 */
public enum ConnectorStatus implements WireName {
  AVAILABLE("Available"),
  PREPARING("Preparing"),
  CHARGING("Charging"),
  SUSPENDED_EVSE("SuspendedEVSE"),
  SUSPENDED_EV("SuspendedEV"),
  FINISHING("Finishing"),
  RESERVED("Reserved"),
  UNAVAILABLE("Unavailable"),
  FAULTED("Faulted"),
  OCCUPIED("Occupied");

  private final String wire;

  ConnectorStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
