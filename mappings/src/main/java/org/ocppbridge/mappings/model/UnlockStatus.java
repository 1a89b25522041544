package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to UnlockConnector (1.6 §7.46); 1.2 and 1.5 say Accepted and Rejected. */
public enum UnlockStatus implements WireName {
  UNLOCKED("Unlocked"),
  UNLOCK_FAILED("UnlockFailed"),
  NOT_SUPPORTED("NotSupported");

  private final String wire;

  UnlockStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
