package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Requested availability (1.6 §7.4). */
public enum AvailabilityType implements WireName {
  INOPERATIVE("Inoperative"),
  OPERATIVE("Operative");

  private final String wire;

  AvailabilityType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
