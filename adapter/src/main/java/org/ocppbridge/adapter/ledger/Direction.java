package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which way an exchange goes. */
public enum Direction {
  /** Something is told to the CSMS, or asked of it. */
  TO_CSMS("toCsms"),
  /** Something is asked of the charger. */
  TO_CHARGER("toCharger");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** As it stands in JSON. */
  @JsonValue
  public String word() {
    return word;
  }
}
