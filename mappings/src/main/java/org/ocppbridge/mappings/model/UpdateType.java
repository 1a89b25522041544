package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Kind of local list update (1.6 §7.48). */
public enum UpdateType implements WireName {
  DIFFERENTIAL("Differential"),
  FULL("Full");

  private final String wire;

  UpdateType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
