package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.WireName;

/** Reads what CSMSs answer: what is clear counts, whatever else stands there. */
final class Answers16 {

  private Answers16() {}

  static Optional<ObjectNode> result(Reply reply) {
    return reply instanceof Reply.Result result ? Optional.of(result.payload()) : Optional.empty();
  }

  static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  static Optional<Instant> time(JsonNode node) {
    return text(node).flatMap(Times16::read);
  }

  static <E extends Enum<E> & WireName> Optional<E> word(JsonNode node, Class<E> type) {
    return text(node).flatMap(word -> WireName.find(type, word));
  }

  /** A whole number, also one written as text. */
  static Optional<Long> number(JsonNode node) {
    if (node.isNumber()) {
      return node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
    }
    try {
      return text(node).map(String::strip).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The {@code idTagInfo} of an answer, if it says a status. */
  static Optional<IdTagInfo> idTagInfo(Reply reply) {
    return result(reply).map(payload -> payload.path("idTagInfo")).flatMap(Answers16::idTagInfo);
  }

  private static Optional<IdTagInfo> idTagInfo(JsonNode node) {
    String parent =
        text(node.path("parentIdTag"))
            .filter(tag -> !tag.isBlank() && Limits16.fits(tag, Limits16.ID_TAG))
            .orElse(null);
    return word(node.path("status"), AuthorizationStatus.class)
        .map(status -> new IdTagInfo(status, time(node.path("expiryDate")).orElse(null), parent));
  }
}
