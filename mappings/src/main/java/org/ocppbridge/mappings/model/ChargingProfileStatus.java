package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to SetChargingProfile (1.6 §7.11). */
public enum ChargingProfileStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected"),
  NOT_SUPPORTED("NotSupported");

  private final String wire;

  ChargingProfileStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
