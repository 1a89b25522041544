package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a central system says of an idTag (1.6 §7.2); the same five values in every SOAP version.
 */
public enum AuthorizationStatus implements WireName {
  ACCEPTED("Accepted"),
  BLOCKED("Blocked"),
  EXPIRED("Expired"),
  INVALID("Invalid"),
  CONCURRENT_TX("ConcurrentTx");

  private final String wire;

  AuthorizationStatus(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
