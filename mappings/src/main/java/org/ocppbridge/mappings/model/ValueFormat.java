package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Format of a sample (1.6 §7.49); absent means Raw. */
public enum ValueFormat implements WireName {
  RAW("Raw"),
  SIGNED_DATA("SignedData");

  private final String wire;

  ValueFormat(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
