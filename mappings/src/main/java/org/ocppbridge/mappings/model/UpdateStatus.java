package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to SendLocalList (1.6 §7.47); the HashError of 1.5 is read as Failed. */
public enum UpdateStatus implements WireName {
  ACCEPTED("Accepted"),
  FAILED("Failed"),
  NOT_SUPPORTED("NotSupported"),
  VERSION_MISMATCH("VersionMismatch");

  private final String wire;

  UpdateStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
