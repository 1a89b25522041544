package org.ocppbridge.mappings.json201.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The phase rotation of each connector, which 1.6 has in one key for all: {@code 0.RST,1.RTS} (1.6
 * §9.1.7, MR C1).
 */
final class Rotations {

  static final String KEY = "ConnectorPhaseRotation";

  private static final Set<String> WORDS = Set.of("RST", "RTS", "SRT", "STR", "TRS", "TSR");

  /** What 1.6 calls a rotation that is not known. */
  private static final String UNKNOWN = "Unknown";

  private Rotations() {}

  /** The rotation of a SOAP connector; empty text if it is not known or does not apply. */
  static String of(int connector, String list) {
    return Conversions.items(list).stream()
        .flatMap(item -> rotation(connector, item).stream())
        .findFirst()
        .orElse("");
  }

  private static Optional<String> rotation(int connector, String item) {
    String word = item.substring(item.indexOf('.') + 1).strip().toUpperCase(Locale.ROOT);
    boolean its = isOf(connector, item);
    return its && WORDS.contains(word) ? Optional.of(word) : Optional.empty();
  }

  private static boolean isOf(int connector, String item) {
    int dot = item.indexOf('.');
    return dot > 0 && item.substring(0, dot).strip().equals(Integer.toString(connector));
  }

  /** Whether 1.6 can say this. */
  static boolean valid(String rotation) {
    return rotation.isEmpty() || WORDS.contains(rotation);
  }

  /** The whole list with another rotation for one connector. */
  static String with(int connector, String rotation, String list) {
    String entry = connector + "." + (rotation.isEmpty() ? UNKNOWN : rotation);
    List<String> result = new ArrayList<>();
    boolean replaced = false;
    for (String item : Conversions.items(list)) {
      result.add(isOf(connector, item) ? entry : item);
      replaced |= isOf(connector, item);
    }
    if (!replaced) {
      result.add(entry);
    }
    return String.join(",", result);
  }
}
