package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One message as it went over a wire: a SOAP envelope or a JSON frame.
 *
 * @param at when, in microseconds since the exchange began
 * @param way between whom
 * @param answer whether it answers another one
 * @param status the HTTP status of a SOAP answer; 0 for anything else
 * @param text as sent or received, secrets masked, perhaps cut
 * @param length of the whole text in characters
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Wire(
    @JsonInclude(JsonInclude.Include.ALWAYS) long at,
    Way way,
    boolean answer,
    int status,
    String text,
    int length) {

  /** Between whom a message goes. */
  public enum Way {
    CHARGER_TO_BRIDGE("chargerToBridge"),
    BRIDGE_TO_CHARGER("bridgeToCharger"),
    BRIDGE_TO_CSMS("bridgeToCsms"),
    CSMS_TO_BRIDGE("csmsToBridge");

    private final String word;

    Way(String word) {
      this.word = word;
    }

    /** As it stands in JSON. */
    @JsonValue
    public String word() {
      return word;
    }

    /** Whether it is SOAP; else JSON. */
    public boolean soap() {
      return this == CHARGER_TO_BRIDGE || this == BRIDGE_TO_CHARGER;
    }
  }

  /** The same without its text. */
  Wire bare() {
    return withText(null);
  }

  Wire withText(String other) {
    return new Wire(at, way, answer, status, other, length);
  }
}
