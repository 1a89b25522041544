package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Kind of reset (1.6 §7.42); both end running transactions. */
public enum ResetType implements WireName {
  HARD("Hard"),
  SOFT("Soft");

  private final String wire;

  ResetType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
