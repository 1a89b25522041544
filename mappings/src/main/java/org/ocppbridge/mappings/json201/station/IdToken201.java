package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A token as the CSMS gives it (2.0.1 §2.29). */
record IdToken201(
    @JsonProperty(required = true) String idToken,
    @JsonProperty(required = true) Type type,
    List<Additional> additionalInfo) {

  /** Kinds of tokens (2.0.1 §3.43). */
  enum Type {
    Central,
    eMAID,
    ISO14443,
    ISO15693,
    KeyCode,
    Local,
    MacAddress,
    NoAuthorization
  }

  /** What no SOAP charger can be told. */
  record Additional(
      @JsonProperty(required = true) String additionalIdToken,
      @JsonProperty(required = true) String type) {}
}
