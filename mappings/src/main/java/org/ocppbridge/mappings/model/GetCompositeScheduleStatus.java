package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to GetCompositeSchedule (1.6 §7.26). */
public enum GetCompositeScheduleStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String wire;

  GetCompositeScheduleStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
