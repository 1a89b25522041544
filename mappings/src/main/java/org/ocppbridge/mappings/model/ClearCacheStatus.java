package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to ClearCache (1.6 §7.20). */
public enum ClearCacheStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String wire;

  ClearCacheStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
