package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who began an exchange. */
public enum Origin {
  /** The charger sent a SOAP request. */
  CHARGER("charger"),
  /** The CSMS sent a CALL. */
  CSMS("csms"),
  /** The bridge: it sent what it had kept, or something of its own. */
  BRIDGE("bridge");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String word() {
    return word;
  }
}
