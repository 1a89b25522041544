package org.ocppbridge.adapter.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The keys that somebody set, to what, and where: what messages are made from, and what tells which
 * settings have changed.
 */
public final class SetKeys {

  /**
   * One key.
   *
   * @param pattern of its path
   * @param place where it stands
   * @param value what it is set to, all of it; it may be a secret. Empty: it has keys below it
   */
  record Found(String pattern, String place, Optional<Secret> value) {}

  private final Map<String, Found> byPath = new LinkedHashMap<>();

  void add(String path, String pattern, Node value) {
    Optional<Secret> text =
        value instanceof Node.Mapping ? Optional.empty() : Optional.of(Secret.of(text(value)));
    byPath.put(path, new Found(pattern, value.place(), text));
  }

  private static String text(Node node) {
    return switch (node) {
      case Node.Scalar(String text, String _) -> text;
      case Node.Sequence(var items, String _) ->
          items.stream().map(SetKeys::text).toList().toString();
      case Node.Mapping _, Node.Nothing _ -> "";
    };
  }

  /** The patterns of the keys that are set otherwise here and there, or in one of them alone. */
  SortedSet<String> differences(SetKeys other) {
    SortedSet<String> patterns = new TreeSet<>();
    patterns.addAll(missing(other));
    patterns.addAll(other.missing(this));
    return patterns;
  }

  private List<String> missing(SetKeys other) {
    return byPath.entrySet().stream()
        .filter(entry -> entry.getValue().value().isPresent())
        .filter(
            entry -> {
              Found there = other.byPath.get(entry.getKey());
              return there == null || !there.value().equals(entry.getValue().value());
            })
        .map(entry -> entry.getValue().pattern())
        .toList();
  }

  Map<String, Found> all() {
    return byPath;
  }

  /** Where a key, or the nearest one above it, stands; empty if nowhere. */
  String place(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Optional<Found> found = Optional.ofNullable(byPath.get(at));
      if (found.isPresent()) {
        return found.get().place();
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return "";
  }
}
