package org.ocppbridge.mappings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Loss;

/**
 * The longest texts that a protocol version allows, in characters (code points, as JSON schema
 * counts). One table for each version, used to cut what leaves and to check what comes.
 *
 * @param longest by message and path; paths leave the indices of lists out
 */
public record Limits(Map<String, Map<String, Integer>> longest) {

  /** A text that is too long. */
  public record TooLong(String path, int length, int max) {}

  /** Whether a text has at most {@code max} characters. */
  public static boolean fits(String text, int max) {
    return text.length() <= max || text.codePointCount(0, text.length()) <= max;
  }

  /** Cuts every text of a message that is too long, and names it. */
  public ObjectNode cut(String message, ObjectNode payload, List<Loss> losses) {
    longest
        .getOrDefault(message, Map.of())
        .forEach((path, max) -> cut(payload, path, path, max, losses));
    return payload;
  }

  private static void cut(JsonNode node, String rest, String path, int max, List<Loss> losses) {
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    switch (node) {
      case ArrayNode array -> array.forEach(each -> cut(each, rest, path, max, losses));
      case ObjectNode object when dot >= 0 ->
          cut(object.path(name), rest.substring(dot + 1), path, max, losses);
      case ObjectNode object -> cutField(object, name, path, max, losses);
      default -> {
        // Nothing stands here.
      }
    }
  }

  private static void cutField(
      ObjectNode object, String name, String path, int max, List<Loss> losses) {
    switch (object.get(name)) {
      case TextNode text when !fits(text.textValue(), max) ->
          object.put(name, shortened(text.textValue(), path, max, losses));
      case ArrayNode texts -> {
        for (int i = 0; i < texts.size(); i++) {
          if (!fits(texts.get(i).asText(), max)) {
            texts.set(i, new TextNode(shortened(texts.get(i).asText(), path, max, losses)));
          }
        }
      }
      case null, default -> {
        // Absent, or short enough.
      }
    }
  }

  private static String shortened(String text, String path, int max, List<Loss> losses) {
    losses.add(Loss.changed(path, "was longer than " + max + " characters and was cut"));
    return text.substring(0, text.offsetByCodePoints(0, max));
  }

  /** The first text of a message that is too long. */
  public Optional<TooLong> tooLong(String message, ObjectNode payload) {
    return longest.getOrDefault(message, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            limit -> tooLong(payload, limit.getKey(), limit.getKey(), limit.getValue()).stream())
        .findFirst();
  }

  private static Optional<TooLong> tooLong(JsonNode node, String rest, String path, int max) {
    if (node instanceof ArrayNode array) {
      for (JsonNode each : array) {
        Optional<TooLong> found = tooLong(each, rest, path, max);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (rest.isEmpty()) {
      return node instanceof TextNode text && !fits(text.textValue(), max)
          ? Optional.of(new TooLong(path, text.textValue().length(), max))
          : Optional.empty();
    }
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    return tooLong(node.path(name), dot < 0 ? "" : rest.substring(dot + 1), path, max);
  }
}
