package org.ocppbridge.mappings.soap.envelope;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Printable;

/**
 * Parses XML into {@link Element}s: no DOCTYPE, no entities but the five of XML, every size
 * bounded. Reads up to the end of the root element; what follows is not looked at. Safe for use by
 * many threads.
 */
final class TreeReader {

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /** Characters read at once; made anew for each document, so no larger than most of them need. */
  private static final int BUFFER = 1_000;

  private final XMLInputFactory factory;

  TreeReader(Limits limits) {
    factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) limits.elements());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.textLength());
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.textLength());
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
    // Lazily found errors would be thrown unchecked.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
  }

  /**
   * Parses a document.
   *
   * @throws BridgeFault.ProtocolError if it is no well-formed XML, has a DOCTYPE or is too large
   */
  Element read(String document) {
    try {
      XMLStreamReader2 reader =
          (XMLStreamReader2) factory.createXMLStreamReader(new StringReader(document));
      try {
        return root(reader, document);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException broken) {
      throw new BridgeFault.ProtocolError("not readable as XML: " + reason(broken));
    }
  }

  private static Element root(XMLStreamReader2 reader, String document) throws XMLStreamException {
    Deque<Open> open = new ArrayDeque<>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> open.push(new Open(reader, offset(reader, true)));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.peek().add(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element closed = open.pop().close(document, offset(reader, false));
          if (open.isEmpty()) {
            return closed;
          }
          open.peek().add(closed);
        }
        case XMLStreamConstants.DTD ->
            throw new BridgeFault.ProtocolError("a DOCTYPE is not allowed");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new BridgeFault.ProtocolError(
                "entity '" + Printable.of(reader.getLocalName()) + "' is not allowed");
        case XMLStreamConstants.END_DOCUMENT ->
            throw new BridgeFault.ProtocolError("no XML element in it");
        default -> {}
      }
    }
  }

  /** Where in the document the content of the element begins or ends. */
  private static int offset(XMLStreamReader2 reader, boolean begins) throws XMLStreamException {
    LocationInfo info = reader.getLocationInfo();
    return (int) (begins ? info.getEndingCharOffset() : info.getStartingCharOffset());
  }

  private static String reason(XMLStreamException broken) {
    String message =
        broken.getMessage() == null ? "" : broken.getMessage().lines().findFirst().orElse("");
    String where =
        broken.getLocation() == null
            ? ""
            : " (line "
                + broken.getLocation().getLineNumber()
                + ", column "
                + broken.getLocation().getColumnNumber()
                + ")";
    return shorten(message) + where;
  }

  private static String shorten(String message) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0;
        i < Math.min(message.length(), 2 * Printable.LENGTH_MAX);
        i += Printable.LENGTH_MAX / 2) {
      shown.append(
          Printable.of(
              message.substring(i, Math.min(message.length(), i + Printable.LENGTH_MAX / 2))));
    }
    return shown.toString();
  }

  /** An element whose end has not come yet. */
  private static final class Open {
    final String namespace;
    final String name;
    final Map<String, String> attributes;
    final int begin;
    private List<Element> children = List.of();
    private String text = "";
    private StringBuilder pieces;

    Open(XMLStreamReader reader, int begin) {
      this.begin = begin;
      namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
      name = reader.getLocalName();
      attributes = reader.getAttributeCount() == 0 ? Map.of() : new HashMap<>();
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        String space = reader.getAttributeNamespace(i);
        String local = reader.getAttributeLocalName(i);
        String key = XSI.equals(space) ? "xsi:" + local : local;
        if (space == null || space.isEmpty()) {
          attributes.put(key, reader.getAttributeValue(i));
        } else {
          attributes.putIfAbsent(key, reader.getAttributeValue(i));
        }
      }
    }

    void add(Element child) {
      if (children.isEmpty()) {
        children = new ArrayList<>();
      }
      children.add(child);
    }

    /** Most elements have one piece of text, or none. */
    void add(String piece) {
      if (pieces != null) {
        pieces.append(piece);
      } else if (text.isEmpty()) {
        text = piece;
      } else {
        pieces = new StringBuilder(text).append(piece);
      }
    }

    Element close(String document, int end) {
      boolean verbatim = !children.isEmpty() && Element.isOpaque(name);
      String all = pieces == null ? text : pieces.toString();
      String content = verbatim ? document.substring(begin, end) : all;
      return new Element(namespace, name, attributes, children, content);
    }
  }
}
