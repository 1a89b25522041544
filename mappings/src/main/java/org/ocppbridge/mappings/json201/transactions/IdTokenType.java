package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.annotation.JsonValue;
import org.ocppbridge.mappings.model.WireName;

/** Kinds of idToken ({@code IdTokenEnumType}). */
public enum IdTokenType implements WireName {
  CENTRAL("Central"),
  EMAID("eMAID"),
  ISO14443("ISO14443"),
  ISO15693("ISO15693"),
  KEY_CODE("KeyCode"),
  LOCAL("Local"),
  MAC_ADDRESS("MacAddress"),
  NO_AUTHORIZATION("NoAuthorization");

  private final String wire;

  IdTokenType(String wire) {
    this.wire = wire;
  }

  @Override
  @JsonValue
  public String wire() {
    return wire;
  }
}
