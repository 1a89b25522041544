package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.model.WireName;

/** Which value of a variable (2.0.1 part 2, AttributeEnumType); all here have Actual alone. */
enum AttributeType implements WireName {
  ACTUAL("Actual"),
  TARGET("Target"),
  MIN_SET("MinSet"),
  MAX_SET("MaxSet");

  private final String wire;

  AttributeType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }

  /** Whether it is the one that variables have; absent means so. */
  static boolean actual(AttributeType type) {
    return type == null || type == ACTUAL;
  }
}
