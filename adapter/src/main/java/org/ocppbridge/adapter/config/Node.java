package org.ocppbridge.adapter.config;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a settings file, an environment variable or a flag says, and where. Scalars are kept as they
 * are written: {@code 007} stays {@code 007}.
 */
sealed interface Node {

  /**
   * Where it stands, for people: {@code bridge.yaml line 12}, {@code BRIDGE_SOAP_PORT}, {@code
   * --soap-port}.
   */
  String place();

  /** A single value. */
  record Scalar(String text, String place) implements Node {
    @Override
    public String toString() {
      return "scalar at " + place; // it may be a secret
    }
  }

  /** Key and value pairs, in order; may be added to. */
  record Mapping(LinkedHashMap<String, Node> entries, String place) implements Node {
    static Mapping empty(String place) {
      return new Mapping(new LinkedHashMap<>(), place);
    }
  }

  /** A list. */
  record Sequence(List<Node> items, String place) implements Node {}

  /** A key without a value: not set. */
  record Nothing(String place) implements Node {}
}
