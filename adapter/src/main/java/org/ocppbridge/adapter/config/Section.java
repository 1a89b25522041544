package org.ocppbridge.adapter.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys at one place of the settings, read with typed getters. A value that cannot be read is a
 * problem, and its default is handed back, so that reading goes on and finds the next one. A
 * section can also record: it holds nothing, and each getter adds its key to a {@link Schema}.
 *
 * <p>Every getter must be called for every section, whatever other keys say.
 */
final class Section {
  private final String path;
  private final String pattern;
  private final Node.Mapping node;
  private final Problems problems;
  private final Optional<Schema> schema;

  private Section(
      String path, String pattern, Node.Mapping node, Problems problems, Optional<Schema> schema) {
    this.path = path;
    this.pattern = pattern;
    this.node = node;
    this.problems = problems;
    this.schema = schema;
  }

  /** The root of a tree that {@link Normaliser} has passed. */
  static Section of(Node.Mapping root, Problems problems) {
    return new Section("", "", root, problems, Optional.empty());
  }

  static Section recording(Schema schema) {
    return new Section("", "", Node.Mapping.empty(""), new Problems(), Optional.of(schema));
  }

  /** The full path of a key. */
  String path(String key) {
    return Schema.join(path, key);
  }

  /** Whether a key has a value. */
  boolean has(String key) {
    return node.entries().containsKey(key);
  }

  /** Notes what is wrong with a key, or, with an empty key, with the section. */
  void problem(String key, String text) {
    Node at = node.entries().getOrDefault(key, node);
    problems.add(key.isEmpty() ? path : path(key), text, at.place());
  }

  /**
   * A value that need not be there.
   *
   * @param parse throws {@link IllegalArgumentException} with the problem in words
   */
  <T> Optional<T> optional(String key, Function<String, T> parse) {
    know(key, Schema.Kind.VALUE);
    return switch (node.entries().get(key)) {
      case Node.Scalar(String text, String place) -> parsed(path(key), parse, text, place);
      case null, default -> Optional.empty();
    };
  }

  /** A value, or its default. */
  <T> T value(String key, Function<String, T> parse, T byDefault) {
    return optional(key, parse).orElse(byDefault);
  }

  /**
   * A value that must be there.
   *
   * @param example stands in the message if it is not, and for it until the start is stopped
   */
  <T> T required(String key, Function<String, T> parse, String example) {
    Optional<T> value = optional(key, parse);
    if (value.isEmpty() && !has(key)) {
      problem(key, "missing; for example " + example);
    }
    return value.orElseGet(() -> parse.apply(example));
  }

  /** A list of values; empty if the key is not there. */
  <T> Optional<List<T>> values(String key, Function<String, T> parse) {
    know(key, Schema.Kind.VALUES);
    return node.entries().get(key) instanceof Node.Sequence list
        ? Optional.of(items(path(key), list, parse))
        : Optional.empty();
  }

  /** A list of lists of values. */
  <T> Optional<List<List<T>>> table(String key, Function<String, T> parse) {
    know(key, Schema.Kind.TABLE);
    if (!(node.entries().get(key) instanceof Node.Sequence rows)) {
      return Optional.empty();
    }
    List<List<T>> table = new ArrayList<>();
    for (Node row : rows.items()) {
      String at = path(key) + "[" + table.size() + "]";
      if (row instanceof Node.Sequence list) {
        table.add(items(at, list, parse));
      } else {
        problems.add(at, "a list of values is expected", row.place());
        table.add(List.of());
      }
    }
    return Optional.of(table);
  }

  /** Further keys; without values if the key is not there. */
  Section section(String key) {
    know(key, Schema.Kind.SECTION);
    Node found = node.entries().get(key);
    return child(
        path(key), Schema.join(pattern, key), found instanceof Node.Mapping keys ? keys : empty());
  }

  /** A list of groups of keys, each read by {@code read}. */
  <T> List<T> sections(String key, Function<Section, T> read) {
    know(key, Schema.Kind.SECTIONS);
    String item = Schema.join(pattern, key) + "[]";
    List<T> all = new ArrayList<>();
    if (schema.isPresent()) {
      T _ = read.apply(child(path(key), item, empty())); // its keys are what is wanted
    } else if (node.entries().get(key) instanceof Node.Sequence list) {
      for (Node keys : list.items()) {
        if (keys instanceof Node.Mapping mapping) {
          all.add(read.apply(child(path(key) + "[" + all.size() + "]", item, mapping)));
        }
      }
    }
    return all;
  }

  /** Groups of keys by name, each read by {@code read}. */
  <T> Map<String, T> named(String key, Function<Section, T> read) {
    know(key, Schema.Kind.NAMED);
    String item = Schema.join(Schema.join(pattern, key), Schema.NAME);
    Map<String, T> all = new LinkedHashMap<>();
    if (schema.isPresent()) {
      T _ = read.apply(child(path(key), item, empty())); // its keys are what is wanted
    } else if (node.entries().get(key) instanceof Node.Mapping names) {
      names
          .entries()
          .forEach(
              (name, keys) -> {
                if (keys instanceof Node.Mapping mapping) {
                  all.put(name, read.apply(child(Schema.join(path(key), name), item, mapping)));
                }
              });
    }
    return all;
  }

  private <T> List<T> items(String at, Node.Sequence list, Function<String, T> parse) {
    List<T> all = new ArrayList<>();
    int index = 0;
    for (Node item : list.items()) {
      String itemPath = at + "[" + index++ + "]";
      if (item instanceof Node.Scalar(String text, String place)) {
        parsed(itemPath, parse, text, place).ifPresent(all::add);
      } else {
        problems.add(itemPath, "a single value is expected", item.place());
      }
    }
    return all;
  }

  private <T> Optional<T> parsed(String at, Function<String, T> parse, String text, String place) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException e) {
      problems.add(at, e.getMessage(), place);
      return Optional.empty();
    }
  }

  private void know(String key, Schema.Kind kind) {
    schema.ifPresent(known -> known.add(Schema.join(pattern, key), kind));
  }

  private Section child(String childPath, String childPattern, Node.Mapping keys) {
    return new Section(childPath, childPattern, keys, problems, schema);
  }

  private Node.Mapping empty() {
    return Node.Mapping.empty(node.place());
  }
}
