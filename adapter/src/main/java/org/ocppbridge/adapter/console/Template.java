package org.ocppbridge.adapter.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with names in braces for some of its segments, as OpenAPI writes it.
 *
 * @param text it
 * @param segments between its slashes
 */
record Template(String text, List<String> segments) {

  static Template of(String text) {
    return new Template(text, segments(text));
  }

  /**
   * The values of its names in a path.
   *
   * @param path as it was sent, still encoded, so that a value may hold a slash
   * @return empty: it is another path
   */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        values.put(segment.substring(1, segment.length() - 1), decoded(path.get(i)));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** The segments of a path; {@code /} has one, which is empty. */
  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** A plus stands for itself in a path. */
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return segment;
    }
  }
}
