package org.ocppbridge.mappings.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Messages as lines that are alike exactly if the messages mean the same. */
final class Lines {

  private Lines() {}

  /**
   * An XML element: prefixes, white space between elements and the order of attributes are gone,
   * the order of elements stays. The namespace is written where it changes.
   */
  static List<String> of(Element element) {
    List<String> lines = new ArrayList<>();
    add(element, "", "", lines);
    return lines;
  }

  private static void add(Element element, String indent, String outer, List<String> lines) {
    String space = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    List<Element> children = children(element);
    StringBuilder line = new StringBuilder(indent).append(element.getLocalName());
    if (!space.equals(outer)) {
      line.append(" {").append(space).append('}');
    }
    attributes(element)
        .forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    if (children.isEmpty()) {
      line.append(": ").append(element.getTextContent());
    }
    lines.add(line.toString());
    children.forEach(child -> add(child, indent + "  ", space, lines));
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Map<String, String> attributes(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node attribute = all.item(i);
      if (!attribute.getNodeName().startsWith("xmlns")) {
        attributes.put(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    return attributes;
  }

  /** CALLs in their order, each with its payload. */
  static List<String> of(List<Map.Entry<String, JsonNode>> calls) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> call : calls) {
      lines.add(call.getKey());
      add(call.getValue(), "  ", lines);
    }
    return lines;
  }

  /** A JSON value: the order of members is gone, that of elements stays; text and number differ. */
  static List<String> of(JsonNode json) {
    List<String> lines = new ArrayList<>();
    add(json, "", lines);
    return lines;
  }

  private static void add(JsonNode json, String indent, List<String> lines) {
    if (json.isObject()) {
      json.properties().stream()
          .sorted(Comparator.comparing(Map.Entry::getKey))
          .forEach(member -> add(member.getKey(), member.getValue(), indent, lines));
    } else {
      json.forEach(element -> add("-", element, indent, lines));
    }
    if (json.isValueNode()) {
      lines.add(indent + json);
    }
  }

  private static void add(String name, JsonNode value, String indent, List<String> lines) {
    if (value.isValueNode()) {
      lines.add(indent + name + ": " + value);
    } else {
      lines.add(indent + name + (value.isArray() ? " []" : ""));
      add(value, indent + "  ", lines);
    }
  }
}
