package org.ocppbridge.adapter.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a person may have meant by an unknown key or variable. */
record Hints(Schema schema) {

  /**
   * @param path the path of the section
   * @param pattern its pattern
   * @param key the unknown key in it
   */
  String forKey(String path, String pattern, String key) {
    List<String> siblings =
        schema.keys().keySet().stream()
            .filter(each -> parent(each).equals(pattern))
            .map(Hints::last)
            .toList();
    Optional<String> sibling = NearestKey.of(key, siblings);
    if (sibling.isPresent()) {
      return "did you mean " + Schema.join(path, sibling.get()) + "?";
    }
    Optional<String> elsewhere =
        schema.keys().keySet().stream()
            .filter(each -> last(each).equalsIgnoreCase(last(key)) || each.equalsIgnoreCase(key))
            .findFirst();
    return elsewhere
        .map(
            each ->
                "did you mean "
                    + each
                    + "?"
                    + (key.contains(".") ? " (write it as nested keys)" : ""))
        .orElseGet(() -> "known here: " + String.join(", ", siblings));
  }

  /**
   * @param variable an unknown {@code BRIDGE_} variable
   */
  String forVariable(String variable) {
    Map<String, String> names =
        schema.keys().entrySet().stream()
            .filter(key -> key.getValue().isGivenWhole() && !key.getKey().contains("[]"))
            .collect(
                Collectors.toMap(key -> EnvNames.of(key.getKey()), Map.Entry::getKey, (a, b) -> a));
    return NearestKey.of(variable, names.keySet())
        .map(name -> "did you mean " + name + "?")
        .orElse("no setting has this name");
  }

  private static String parent(String pattern) {
    return pattern.substring(0, Math.max(0, pattern.lastIndexOf('.')));
  }

  private static String last(String pattern) {
    return pattern.substring(pattern.lastIndexOf('.') + 1);
  }
}
