package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to RemoteStartTransaction and RemoteStopTransaction (1.6 §7.39). */
public enum RemoteStartStopStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String wire;

  RemoteStartStopStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
