package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to Reset (1.6 §7.41). */
public enum ResetStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String wire;

  ResetStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
