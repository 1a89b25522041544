package org.ocppbridge.mappings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.model.WireName;

/** Reads what CSMSs answer: what is clear counts, whatever else stands there. */
public final class Answers {

  private Answers() {}

  /** The CALLRESULT, if it is one. */
  public static Optional<ObjectNode> result(Reply reply) {
    return reply instanceof Reply.Result result ? Optional.of(result.payload()) : Optional.empty();
  }

  /** A text, not empty text for a missing one. */
  public static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  /** A time as {@link Times#read} takes it. */
  public static Optional<Instant> time(JsonNode node) {
    return text(node).flatMap(Times::read);
  }

  /** A word of an enumeration. */
  public static <E extends Enum<E> & WireName> Optional<E> word(JsonNode node, Class<E> type) {
    return text(node).flatMap(word -> WireName.find(type, word));
  }

  /** A whole number, also one written as text. */
  public static Optional<Long> number(JsonNode node) {
    if (node.isNumber()) {
      return node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
    }
    try {
      return text(node).map(String::strip).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
