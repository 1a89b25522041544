package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.NameChange;
import org.ocppbridge.mappings.Names;
import org.ocppbridge.mappings.rules.Tags;

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

  /** What the charger knows the token by, and what to note so that it is known again. */
  record Tag(String idTag, Change given, List<Loss> losses) {}

  Tag tag() {
    List<Loss> losses = new ArrayList<>();
    String idTag = Tags.sendable(idToken, losses);
    return new Tag(
        idTag, new NameChange.Given(idTag, new Names.Name(idToken, type.name())), losses);
  }
}
