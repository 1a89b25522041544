package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Answer to BootNotification (1.6 §7.38); 1.2 and 1.5 have no Pending. */
public enum RegistrationStatus implements WireName {
  ACCEPTED("Accepted"),
  PENDING("Pending"),
  REJECTED("Rejected");

  private final String wire;

  RegistrationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
