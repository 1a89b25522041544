package org.ocppbridge.mappings.soap.envelope;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One XML element: immutable, without parent, prefixes, comments or processing instructions.
 *
 * @param namespace its namespace; empty if it has none
 * @param name its local name
 * @param attributes values by local name, namespace declarations excluded; of two attributes with
 *     one local name the one without namespace is kept
 * @param children its child elements in order
 * @param text its own character data, all pieces joined, not trimmed; of an opaque element that has
 *     children the whole content as it was written
 */
public record Element(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<Element> children,
    String text) {

  public Element {
    attributes = attributes.isEmpty() ? Map.of() : Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /**
   * Elements whose text belongs to the charger and its back office alone: it is kept as written,
   * white space and markup included (1.6 §4.3 DataTransfer).
   */
  private static final String OPAQUE = "data";

  /** Whether an element of this name is opaque; letter case does not matter. */
  static boolean isOpaque(String name) {
    return OPAQUE.equalsIgnoreCase(name);
  }

  /** An element with text only. */
  public static Element leaf(String namespace, String name, String text) {
    return new Element(namespace, name, Map.of(), List.of(), text);
  }

  /** An element with children only. */
  public static Element of(String namespace, String name, List<Element> children) {
    return new Element(namespace, name, Map.of(), children, "");
  }

  /** The first child of this local name, in any namespace. */
  public Optional<Element> child(String name) {
    for (Element child : children) {
      if (child.name.equals(name)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** The children of this local name, in any namespace. */
  public List<Element> children(String name) {
    return children.stream().filter(child -> child.name.equals(name)).toList();
  }

  /** Its own text and that of everything inside, trimmed. */
  public String deepText() {
    if (children.isEmpty()) {
      return text.strip();
    }
    StringBuilder all = new StringBuilder(text);
    children.forEach(child -> all.append(child.deepText()));
    return all.toString().strip();
  }
}
