package org.ocppbridge.adapter.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that somebody set, and where: what messages and the notes about keys without effect are
 * made from.
 */
final class SetKeys {

  /** One key: its path's pattern, and where it stands. */
  record Found(String pattern, String place) {}

  private final Map<String, Found> byPath = new LinkedHashMap<>();

  void add(String path, String pattern, String place) {
    byPath.put(path, new Found(pattern, place));
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
