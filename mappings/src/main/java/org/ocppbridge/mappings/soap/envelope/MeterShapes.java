package org.ocppbridge.mappings.soap.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.soap.envelope.Contract.Field;
import org.ocppbridge.mappings.soap.envelope.Contract.Type;

/**
 * The two shapes of meter values. 1.5 writes {@code <values><value unit="Wh">7</value></values>},
 * 1.6 {@code
 * <meterValue><sampledValue><value>7</value><unit>Wh</unit></sampledValue></meterValue>}, and
 * chargers write either under the namespace of the other, because one firmware serves both. Each
 * method turns what it gets into the shape of the type, or leaves it.
 */
final class MeterShapes {

  /** Names of one thing in different versions, in lower case. */
  private static final Map<String, List<String>> ALIASES =
      Map.of(
          "values", List.of("meterValue"),
          "metervalue", List.of("values"),
          "metervalues", List.of("values", "meterValue"),
          "sampledvalue", List.of("value"),
          "value", List.of("sampledValue"));

  private static final Set<String> LISTS = Set.of("values", "metervalue", "metervalues");
  private static final String VALUE = "value";

  private MeterShapes() {}

  /** Position of the field that an element of this name belongs to; -1 if there is none. */
  static int indexOf(Type type, String name) {
    int index = type.indexOf(name);
    if (index >= 0) {
      return index;
    }
    for (String alias : ALIASES.getOrDefault(Contract.fold(name), List.of())) {
      int other = type.indexOf(alias);
      if (other >= 0) {
        return other;
      }
    }
    return -1;
  }

  /**
   * Puts in or takes away the level that 1.5's transactionData has between itself and the meter
   * value, and 1.6's has not.
   *
   * @return what stands in the place of the element
   */
  static List<Element> level(Element given, Field field) {
    Type type = field.type();
    if (type.text() || !field.many() || given.children().isEmpty() || anyFits(given, type)) {
      return List.of(given);
    }
    if (type.indexOf("timestamp") >= 0
        && given.children().stream().anyMatch(c -> LISTS.contains(Contract.fold(c.name())))) {
      return given.children().stream()
          .filter(c -> LISTS.contains(Contract.fold(c.name())))
          .toList();
    }
    if (type.fields().size() == 1 && anyFits(given, type.fields().getFirst().type())) {
      return List.of(
          Element.of(
              given.namespace(),
              given.name(),
              List.of(rename(given, type.fields().getFirst().name()))));
    }
    return List.of(given);
  }

  /** Child elements where the type has text and attributes: become these. */
  static Element flat(Element given, Type type) {
    Map<String, String> attributes = new HashMap<>(given.attributes());
    List<Element> rest = new ArrayList<>();
    String text = given.text();
    for (Element child : given.children()) {
      if (child.name().equalsIgnoreCase(VALUE)) {
        text = child.deepText();
      } else if (type.attribute(child.name()).isPresent()) {
        attributes.putIfAbsent(child.name(), child.deepText());
      } else {
        rest.add(child);
      }
    }
    return new Element(given.namespace(), given.name(), attributes, rest, text);
  }

  /** Attributes and text where the type has child elements: become these. */
  static Element deep(Element given, Type type) {
    if (given.attributes().isEmpty() && given.text().isBlank()) {
      return given;
    }
    Map<String, String> rest = new HashMap<>();
    List<Element> children = new ArrayList<>(given.children());
    given
        .attributes()
        .forEach(
            (name, value) -> {
              if (fits(type, name)) {
                children.add(Element.leaf(given.namespace(), name, value));
              } else {
                rest.put(name, value);
              }
            });
    String text = given.text();
    if (!text.isBlank() && fits(type, VALUE)) {
      children.add(Element.leaf(given.namespace(), VALUE, text));
      text = "";
    }
    return new Element(given.namespace(), given.name(), rest, children, text);
  }

  private static boolean fits(Type type, String name) {
    int index = type.indexOf(name);
    return index >= 0 && type.fields().get(index).type().text();
  }

  private static boolean anyFits(Element given, Type type) {
    for (Element child : given.children()) {
      if (indexOf(type, child.name()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Element rename(Element given, String name) {
    return new Element(given.namespace(), name, given.attributes(), given.children(), given.text());
  }
}
