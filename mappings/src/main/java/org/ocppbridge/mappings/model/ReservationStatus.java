package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to ReserveNow (1.6 §7.40). */
public enum ReservationStatus implements WireName {
  ACCEPTED("Accepted"),
  FAULTED("Faulted"),
  OCCUPIED("Occupied"),
  REJECTED("Rejected"),
  UNAVAILABLE("Unavailable");

  private final String wire;

  ReservationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
