package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ocppbridge.adapter.witness.Xml;

/**
 * The values in a message, each with the name of its field, without the structure around them.
 * Equal values are written alike.
 */
final class Leaves {

  /** A value: {@code name} of the field and the value in its common form. */
  record Leaf(String name, String value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  /** Names that SOAP versions have for a field of 1.6J. */
  private static final Map<String, String> NAMES = Map.of("heartbeatInterval", "interval");

  /**
   * Words that SOAP versions have for a unit of 1.6J; 1.6J stations keep the misspelt one (errata
   * 2025-04 §2.1).
   */
  private static final Map<String, String> UNITS =
      Map.of("Amp", "A", "Volt", "V", "Celcius", "Celsius");

  private Leaves() {}

  static List<Leaf> of(Xml element) {
    List<Leaf> leaves = new ArrayList<>();
    collect(element, leaves, true);
    return leaves;
  }

  private static void collect(Xml element, List<Leaf> leaves, boolean root) {
    element.attributes().forEach((name, value) -> leaves.add(leaf(name, value)));
    element.children().forEach(child -> collect(child, leaves, false));
    if (element.children().isEmpty() && !root) {
      leaves.add(leaf(element.name(), element.text().strip()));
    }
  }

  static List<Leaf> of(JsonNode payload) {
    List<Leaf> leaves = new ArrayList<>();
    collect("", payload, leaves);
    return leaves;
  }

  private static void collect(String name, JsonNode node, List<Leaf> leaves) {
    if (node.isObject()) {
      node.properties().forEach(member -> collect(member.getKey(), member.getValue(), leaves));
    } else if (node.isArray()) {
      node.forEach(element -> collect(name, element, leaves));
    } else {
      leaves.add(leaf(name, node.asText()));
    }
  }

  private static Leaf leaf(String name, String value) {
    return new Leaf(NAMES.getOrDefault(name, name), common(name, value));
  }

  private static String common(String name, String value) {
    if (name.equals("unit")) {
      return UNITS.getOrDefault(value, value);
    }
    if (value.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
      return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }
    if (value.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
      try {
        return OffsetDateTime.parse(value).toInstant().toString();
      } catch (DateTimeException e) {
        return value;
      }
    }
    return value;
  }
}
