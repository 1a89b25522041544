package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.json.Answers;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.json201.base.Limits201;

/**
 * An {@code IdTokenType} of 2.0.1.
 *
 * @param idToken at most 36 characters; letter case does not matter
 * @param additionalInfo read so that it may be there; SOAP has no place for it
 */
public record IdToken(
    @JsonProperty(required = true) String idToken,
    @JsonProperty(required = true) IdTokenType type,
    List<AdditionalInfo> additionalInfo) {

  /** More about a token, for those who agreed on it. */
  public record AdditionalInfo(
      @JsonProperty(required = true) String additionalIdToken,
      @JsonProperty(required = true) String type) {}

  /** A token without additional information. */
  public IdToken(String idToken, IdTokenType type) {
    this(idToken, type, null);
  }

  /** As the CSMS gets it. */
  public ObjectNode json() {
    return Json.object().put("idToken", idToken).put("type", type.wire());
  }

  /** Whether both mean the same token. */
  public boolean same(IdToken other) {
    return type == other.type && idToken.equalsIgnoreCase(other.idToken);
  }

  /** Reads a token in an answer of the CSMS; one without text or a known type is none. */
  static Optional<IdToken> read(JsonNode node) {
    return Answers.text(node.path("idToken"))
        .filter(text -> !text.isBlank() && Limits.fits(text, Limits201.ID_TOKEN))
        .flatMap(
            text ->
                Answers.word(node.path("type"), IdTokenType.class)
                    .map(type -> new IdToken(text, type)));
  }
}
