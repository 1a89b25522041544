package org.ocppbridge.mappings.json201.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of configuration keys as 2.0.1 writes them, and back (MR C). */
final class Conversions {

  private static final Map<String, String> BOOLEANS =
      Map.of("true", "true", "1", "true", "false", "false", "0", "false");

  private static final Map<String, String> RATE_UNITS =
      Map.of("current", "A", "power", "W", "a", "A", "w", "W");

  private static final String RATE_UNIT = "RateUnit";

  private Conversions() {}

  /** The charger's value for the CSMS. */
  static String toCsms(Definition definition, String value) {
    if (definition.measurands()) {
      return Measurands.toCsms(value);
    }
    if (definition.variable().equals(RATE_UNIT)) {
      return items(value).stream()
          .flatMap(item -> java.util.stream.Stream.ofNullable(RATE_UNITS.get(fold(item))))
          .distinct()
          .collect(Collectors.joining(","));
    }
    return switch (definition.type()) {
      case BOOLEAN -> bool(value);
      case MEMBER_LIST, SEQUENCE_LIST -> String.join(",", items(value));
      case INTEGER, DECIMAL -> value.strip();
      case STRING, DATE_TIME, OPTION_LIST -> value;
    };
  }

  /**
   * The CSMS's value for the charger.
   *
   * @param current what the charger has now, empty text if that is not known
   */
  static String toCharger(Definition definition, String wanted, String current) {
    return definition.measurands() ? Measurands.toCharger(wanted, current) : wanted;
  }

  /** A boolean of 1.x, which chargers write in many ways. */
  static String bool(String value) {
    String folded = fold(value);
    return BOOLEANS.getOrDefault(folded, folded);
  }

  /** The items of a list, without blanks around them; an empty text has none. */
  static List<String> items(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
