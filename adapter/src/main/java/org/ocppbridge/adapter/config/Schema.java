package org.ocppbridge.adapter.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The known keys, as patterns of paths: {@code soap.port}, {@code targets.NAME.url}, {@code
 * chargers[].id}. Made by a dry run of {@link ConfigReader}, so that nobody has to list them.
 */
final class Schema {

  /** What stands for the name a person chose. */
  static final String NAME = "NAME";

  /** What a key holds. */
  enum Kind {
    /** One value. */
    VALUE,
    /** A list of values. */
    VALUES,
    /** A list of lists of values. */
    TABLE,
    /** Further keys. */
    SECTION,
    /** A list of groups of keys. */
    SECTIONS,
    /** Groups of keys, each under a name. */
    NAMED;

    /** Whether it can be given as one text, as environment variables and flags do. */
    boolean isGivenWhole() {
      return this != SECTION && this != NAMED;
    }
  }

  private final Map<String, Kind> keys = new LinkedHashMap<>();

  /** The keys that this program knows. */
  static Schema ofBridge() {
    Schema schema = new Schema();
    ConfigReader.read(Section.recording(schema));
    return schema;
  }

  void add(String pattern, Kind kind) {
    keys.put(pattern, kind);
  }

  /** All keys in the order they are read. */
  Map<String, Kind> keys() {
    return Collections.unmodifiableMap(keys);
  }

  /** Joins a path and a key. */
  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
