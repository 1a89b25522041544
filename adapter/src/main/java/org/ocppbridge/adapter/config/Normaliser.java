package org.ocppbridge.adapter.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of what people wrote a tree that holds known keys only, each with the kind of value it
 * wants: reads {@code {file: path}} values, takes lists that are given as one text apart, drops
 * keys without value, and notes unknown and retired keys.
 */
final class Normaliser {

  /** Longest file read for a value, in bytes. */
  private static final long FILE_MAX = 32L << 20;

  private static final String TARGET_NAME = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

  private final Schema schema;
  private final Map<String, String> retired;
  private final Path folder;
  private final Problems problems;
  private final SetKeys setKeys;

  /**
   * @param retired what to say of keys that are no more, by their pattern
   * @param folder what the paths of {@code {file: path}} are relative to
   * @param setKeys gets the keys that are set
   */
  Normaliser(
      Schema schema, Map<String, String> retired, Path folder, Problems problems, SetKeys setKeys) {
    this.schema = schema;
    this.retired = retired;
    this.folder = folder;
    this.problems = problems;
    this.setKeys = setKeys;
  }

  Node.Mapping root(Node.Mapping root) {
    return keys(root, "", "");
  }

  private Node.Mapping keys(Node.Mapping keys, String path, String pattern) {
    Node.Mapping clean = Node.Mapping.empty(keys.place());
    keys.entries()
        .forEach(
            (key, node) -> {
              String at = Schema.join(path, key);
              String kindOf = Schema.join(pattern, key);
              Schema.Kind kind = key.contains(".") ? null : schema.keys().get(kindOf);
              if (retired.containsKey(kindOf)) {
                problems.add(at, "is no setting any more: " + retired.get(kindOf), node.place());
              } else if (kind == null) {
                problems.add(
                    at,
                    "unknown key; " + new Hints(schema).forKey(path, pattern, key),
                    node.place());
              } else if (!(node instanceof Node.Nothing)) {
                value(node, kind, at, kindOf)
                    .ifPresent(
                        value -> {
                          clean.entries().put(key, value);
                          setKeys.add(at, kindOf, value);
                        });
              }
            });
    return clean;
  }

  private Optional<Node> value(Node given, Schema.Kind kind, String path, String pattern) {
    try {
      return typed(whole(resolved(given, kind), kind), kind, path, pattern);
    } catch (ConfigException e) {
      problems.add(path, e.getMessage(), given.place());
      return Optional.empty();
    }
  }

  private Optional<Node> typed(Node node, Schema.Kind kind, String path, String pattern) {
    return switch (kind) {
      case VALUE -> expect(node, node instanceof Node.Scalar, path, "a single value");
      case VALUES, TABLE ->
          node instanceof Node.Sequence list
              ? Optional.of(files(list))
              : expect(node, false, path, "a list");
      case SECTION ->
          node instanceof Node.Mapping keys
              ? Optional.of(keys(keys, path, pattern))
              : expect(node, false, path, "further keys, not a single value or list,");
      case SECTIONS ->
          node instanceof Node.Sequence list
              ? Optional.of(sections(list, path, pattern))
              : expect(node, false, path, "a list");
      case NAMED ->
          node instanceof Node.Mapping names
              ? Optional.of(named(names, path, pattern))
              : expect(node, false, path, "names with keys below them");
    };
  }

  private Optional<Node> expect(Node node, boolean ok, String path, String what) {
    if (!ok) {
      problems.add(path, what + " is expected", node.place());
    }
    return ok ? Optional.of(node) : Optional.empty();
  }

  private Node.Sequence files(Node.Sequence list) {
    return new Node.Sequence(
        list.items().stream().map(item -> resolved(item, Schema.Kind.VALUE)).toList(),
        list.place());
  }

  private Node.Sequence sections(Node.Sequence list, String path, String pattern) {
    List<Node> clean = new ArrayList<>();
    for (Node item : list.items()) {
      String at = path + "[" + clean.size() + "]";
      Node.Mapping keys = Node.Mapping.empty(item.place());
      if (item instanceof Node.Mapping given) {
        keys = keys(given, at, pattern + "[]");
      } else {
        problems.add(at, "keys are expected, not a single value or list", item.place());
      }
      setKeys.add(at, pattern + "[]", keys);
      clean.add(keys);
    }
    return new Node.Sequence(clean, list.place());
  }

  private Node.Mapping named(Node.Mapping names, String path, String pattern) {
    Node.Mapping clean = Node.Mapping.empty(names.place());
    names
        .entries()
        .forEach(
            (name, item) -> {
              String at = Schema.join(path, name);
              if (!name.matches(TARGET_NAME)) {
                problems.add(at, "a name is made of letters, digits, - and _", item.place());
              } else if (item instanceof Node.Mapping keys) {
                setKeys.add(at, pattern + "." + Schema.NAME, keys);
                clean.entries().put(name, keys(keys, at, pattern + "." + Schema.NAME));
              } else {
                problems.add(at, "keys are expected below it", item.place());
              }
            });
    return clean;
  }

  /** Takes a list given as one text apart: YAML, or for plain values also separated by commas. */
  private static Node whole(Node node, Schema.Kind kind) {
    if (!(node instanceof Node.Scalar(String text, String place)) || kind == Schema.Kind.VALUE) {
      return node;
    }
    if (kind == Schema.Kind.VALUES && !text.stripLeading().startsWith("[")) {
      List<Node> items =
          Arrays.stream(text.split("[,\\s]+"))
              .filter(item -> !item.isEmpty())
              .<Node>map(item -> new Node.Scalar(item, place))
              .toList();
      return new Node.Sequence(items, place);
    }
    return YamlNodes.value(text, place);
  }

  private Node resolved(Node node, Schema.Kind kind) {
    Optional<Path> binary = named(node, "binary");
    if (binary.isPresent() && kind == Schema.Kind.VALUE) {
      String text = Base64.getEncoder().encodeToString(bytes(binary.get()));
      return new Node.Scalar(text, "file " + binary.get());
    }
    Optional<Path> found = named(node, "file");
    if (found.isEmpty()) {
      return node;
    }
    Path file = found.get();
    String text = read(file).replaceFirst("\\r?\\n\\z", "");
    return kind == Schema.Kind.VALUE || kind == Schema.Kind.VALUES
        ? new Node.Scalar(text, "file " + file)
        : YamlNodes.file(text, file.toString());
  }

  /** The file a value stands in: {@code {file: path}} as text, {@code {binary: path}} as Base64. */
  private Optional<Path> named(Node node, String key) {
    return node instanceof Node.Mapping keys
            && keys.entries().size() == 1
            && keys.entries().get(key) instanceof Node.Scalar(String path, String _)
        ? Optional.of(folder.resolve(path))
        : Optional.empty();
  }

  /**
   * @throws ConfigException if it cannot be read
   */
  static String read(Path file) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(file));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigException("cannot read " + file + ": not UTF-8 text");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new ConfigException("cannot read " + file + ": it is a folder");
      }
      if (Files.size(file) > FILE_MAX) {
        throw new ConfigException(
            "cannot read " + file + ": larger than " + (FILE_MAX >> 20) + "MB");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException("cannot read " + file + ": no such file");
    } catch (IOException e) {
      throw new ConfigException("cannot read " + file + ": " + e.getClass().getSimpleName());
    }
  }
}
