package org.ocppbridge.adapter.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays environment variables and flags over what the file says. */
record Overlay(Node.Mapping root, Schema schema, Problems problems) {

  /** Sets what the {@code BRIDGE_} variables say. Empty ones count as not there. */
  void environment(Map<String, String> environment) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    root.entries()
        .forEach(
            (key, node) -> {
              if (node instanceof Node.Mapping keys) {
                names.put(key, List.copyOf(keys.entries().keySet()));
              }
            });
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              if (EnvNames.isForeign(variable, value)) {
                return;
              }
              EnvNames.path(variable, schema, names)
                  .ifPresentOrElse(
                      path -> {
                        if (!value.isEmpty()) {
                          set(path, text(value, variable));
                        }
                      },
                      () ->
                          problems.add(
                              variable, "unknown; " + new Hints(schema).forVariable(variable), ""));
            });
  }

  /** Sets what flags say. */
  void flags(List<Flag> flags) {
    flags.forEach(flag -> set(flag.path(), new Node.Scalar(flag.value(), flag.name())));
  }

  /** {@code {file: path}} is the one form of a value that is not its text. */
  private static Node text(String value, String variable) {
    return value.matches("\\{ *(file|binary): .*}")
        ? YamlNodes.value(value, variable)
        : new Node.Scalar(value, variable);
  }

  private void set(String path, Node value) {
    String[] keys = path.split("\\.");
    Node.Mapping at = root;
    for (int i = 0; i < keys.length - 1; i++) {
      Node below = at.entries().get(keys[i]);
      if (below instanceof Node.Mapping mapping) {
        at = mapping;
      } else {
        Node.Mapping fresh = Node.Mapping.empty(value.place());
        at.entries().put(keys[i], fresh);
        at = fresh;
      }
    }
    at.entries().put(keys[keys.length - 1], value);
  }
}
