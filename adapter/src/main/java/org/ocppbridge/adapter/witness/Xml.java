package org.ocppbridge.adapter.witness;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML element.
 *
 * @param namespace namespace of the element, empty for none
 * @param name local name
 * @param attributes by local name, in order; namespace declarations are not among them
 * @param children elements inside, in order
 * @param text the text directly inside, as it stands
 */
public record Xml(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<Xml> children,
    String text) {

  /** Deepest nesting that is read. */
  public static final int DEPTH_MAX = 64;

  private static final XMLInputFactory FACTORY = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** An element with only a text inside. */
  public static Xml text(String namespace, String name, String text) {
    return new Xml(namespace, name, Map.of(), List.of(), text);
  }

  /** An element with elements inside. */
  public static Xml of(String namespace, String name, List<Xml> children) {
    return new Xml(namespace, name, Map.of(), List.copyOf(children), "");
  }

  /**
   * Reads a document.
   *
   * @throws XMLStreamException if it is not well-formed, has a document type or is nested deeper
   *     than {@value #DEPTH_MAX}
   */
  public static Xml parse(byte[] document) throws XMLStreamException {
    XMLStreamReader reader;
    synchronized (FACTORY) {
      reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
    }
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type is not allowed");
      }
    }
    return element(reader, 1);
  }

  private static Xml element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEPTH_MAX) {
      throw new XMLStreamException("nested deeper than " + DEPTH_MAX);
    }
    String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    String name = reader.getLocalName();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<Xml> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
    }
    return new Xml(namespace, name, attributes, children, text.toString());
  }

  /** The first child of that name. */
  public Optional<Xml> child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /** All children of that name. */
  public Stream<Xml> all(String childName) {
    return children.stream().filter(child -> child.name.equals(childName));
  }

  /** Trimmed text of the first child of that name; empty text if there is none. */
  public String value(String childName) {
    return child(childName).map(child -> child.text.strip()).orElse("");
  }

  /**
   * A number in the first child of that name, or {@code otherwise} if there is none or it is no
   * number.
   */
  public int number(String childName, int otherwise) {
    try {
      return Integer.parseInt(value(childName));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
