package org.ocppbridge.mappings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many elements the lists of a protocol version may have.
 *
 * @param emptyAllowed whether a list may stand there without elements; else it has to be left out
 * @param most by action and path, which leaves the indices of lists out
 * @param free fields that may hold anything, by action and path
 */
public record ListSizes(
    boolean emptyAllowed, Map<String, Map<String, Integer>> most, Set<String> free) {

  /** Lists of any size. */
  public static final ListSizes ANY = new ListSizes(true, Map.of(), Set.of());

  /** What is wrong with the first list that has too few or too many elements. */
  public Optional<String> wrong(String action, ObjectNode payload) {
    return wrong(payload, "", action);
  }

  private Optional<String> wrong(JsonNode node, String path, String action) {
    if (free.contains(action + path)) {
      return Optional.empty();
    }
    return switch (node) {
      case ObjectNode object ->
          object.properties().stream()
              .flatMap(
                  field -> wrong(field.getValue(), path + "." + field.getKey(), action).stream())
              .findFirst();
      case ArrayNode array -> wrongList(array, path, action);
      default -> Optional.empty();
    };
  }

  private Optional<String> wrongList(ArrayNode list, String path, String action) {
    int max =
        path.isEmpty()
            ? Integer.MAX_VALUE
            : most.getOrDefault(action, Map.of())
                .getOrDefault(path.substring(1), Integer.MAX_VALUE);
    if (list.isEmpty() && !emptyAllowed) {
      return Optional.of(action + path + " is empty; to say nothing it is left out");
    }
    if (list.size() > max) {
      return Optional.of(
          action + path + " has " + list.size() + " elements, at most " + max + " are allowed");
    }
    for (JsonNode each : list) {
      Optional<String> wrong = wrong(each, path, action);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }
}
