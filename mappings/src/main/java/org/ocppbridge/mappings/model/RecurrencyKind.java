package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/** Recurrence of a charging profile (1.6 §7.37). */
public enum RecurrencyKind implements WireName {
  DAILY("Daily"),
  WEEKLY("Weekly");

  private final String wire;

  RecurrencyKind(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
