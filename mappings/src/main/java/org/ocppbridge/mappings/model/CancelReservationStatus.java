package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to CancelReservation (1.6 §7.5). */
public enum CancelReservationStatus implements WireName {
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String wire;

  CancelReservationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
