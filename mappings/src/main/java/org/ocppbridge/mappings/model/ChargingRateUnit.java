package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Unit of a schedule: watts or amperes per phase (1.6 §7.12). */
public enum ChargingRateUnit implements WireName {
  AMPERE("A"),
  WATT("W");

  private final String wire;

  ChargingRateUnit(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
