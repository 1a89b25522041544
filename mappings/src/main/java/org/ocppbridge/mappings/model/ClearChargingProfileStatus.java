package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to ClearChargingProfile (1.6 §7.21). */
public enum ClearChargingProfileStatus implements WireName {
  ACCEPTED("Accepted"),
  UNKNOWN("Unknown");

  private final String wire;

  ClearChargingProfileStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
