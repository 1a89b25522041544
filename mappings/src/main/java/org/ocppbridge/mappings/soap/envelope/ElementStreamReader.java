package org.ocppbridge.mappings.soap.envelope;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a tree of {@link Element}s as StAX events, so that JAXB can bind it without parsing again.
 * Every namespace is the default one where it is in force; attributes have none.
 */
public final class ElementStreamReader implements XMLStreamReader {

  /** An element inside which the reader stands. */
  private static final class Open {
    final Element element;
    final Open parent;
    int childrenRead;

    Open(Element element, Open parent) {
      this.element = element;
      this.parent = parent;
    }

    String outerNamespace() {
      return parent == null ? "" : parent.element.namespace();
    }
  }

  private final Element root;
  private int type = START_DOCUMENT;

  /** Null before and behind the root. */
  private Open open;

  private List<Map.Entry<String, String>> attributes = List.of();

  public ElementStreamReader(Element root) {
    this.root = root;
  }

  private Element element() {
    if (!hasName()) {
      throw new IllegalStateException("not at an element");
    }
    return open.element;
  }

  @Override
  public int next() {
    switch (type) {
      case START_DOCUMENT -> start(root);
      case START_ELEMENT -> {
        if (open.element.text().isEmpty()) {
          nextChild();
        } else {
          type = CHARACTERS;
        }
      }
      case CHARACTERS -> nextChild();
      case END_ELEMENT -> {
        open = open.parent;
        if (open == null) {
          type = END_DOCUMENT;
        } else {
          nextChild();
        }
      }
      default -> throw new NoSuchElementException("the document has ended");
    }
    return type;
  }

  private void start(Element element) {
    open = new Open(element, open);
    attributes =
        element.attributes().isEmpty() ? List.of() : List.copyOf(element.attributes().entrySet());
    type = START_ELEMENT;
  }

  private void nextChild() {
    if (open.childrenRead < open.element.children().size()) {
      start(open.element.children().get(open.childrenRead++));
    } else {
      type = END_ELEMENT;
    }
  }

  @Override
  public boolean hasNext() {
    return type != END_DOCUMENT;
  }

  @Override
  public int nextTag() throws XMLStreamException {
    int type = next();
    while (type == CHARACTERS && isWhiteSpace()) {
      type = next();
    }
    if (type != START_ELEMENT && type != END_ELEMENT) {
      throw new XMLStreamException("expected an element");
    }
    return type;
  }

  @Override
  public String getElementText() throws XMLStreamException {
    require(START_ELEMENT, null, null);
    if (!element().children().isEmpty()) {
      throw new XMLStreamException("elements inside '" + element().name() + "'");
    }
    String text = element().text();
    while (next() != END_ELEMENT) {
      // the one piece of text has been read
    }
    return text;
  }

  @Override
  public void require(int type, String namespace, String name) throws XMLStreamException {
    boolean right =
        this.type == type
            && (namespace == null || namespace.equals(getNamespaceURI()))
            && (name == null || name.equals(getLocalName()));
    if (!right) {
      throw new XMLStreamException("expected event " + type + " '" + name + "'");
    }
  }

  @Override
  public int getEventType() {
    return type;
  }

  @Override
  public boolean isStartElement() {
    return type == START_ELEMENT;
  }

  @Override
  public boolean isEndElement() {
    return type == END_ELEMENT;
  }

  @Override
  public boolean isCharacters() {
    return type == CHARACTERS;
  }

  @Override
  public boolean isWhiteSpace() {
    return isCharacters() && getText().isBlank();
  }

  @Override
  public boolean hasName() {
    return isStartElement() || isEndElement();
  }

  @Override
  public boolean hasText() {
    return isCharacters();
  }

  @Override
  public QName getName() {
    return new QName(element().namespace(), element().name());
  }

  @Override
  public String getLocalName() {
    return element().name();
  }

  @Override
  public String getNamespaceURI() {
    return element().namespace();
  }

  @Override
  public String getPrefix() {
    return "";
  }

  @Override
  public int getAttributeCount() {
    return isStartElement() ? attributes.size() : 0;
  }

  @Override
  public String getAttributeLocalName(int index) {
    return attributes.get(index).getKey();
  }

  @Override
  public String getAttributeValue(int index) {
    return attributes.get(index).getValue();
  }

  @Override
  public String getAttributeValue(String namespace, String name) {
    return namespace == null || namespace.isEmpty() ? element().attributes().get(name) : null;
  }

  @Override
  public QName getAttributeName(int index) {
    return new QName(getAttributeLocalName(index));
  }

  @Override
  public String getAttributeNamespace(int index) {
    return "";
  }

  @Override
  public String getAttributePrefix(int index) {
    return "";
  }

  @Override
  public String getAttributeType(int index) {
    return "CDATA";
  }

  @Override
  public boolean isAttributeSpecified(int index) {
    return true;
  }

  @Override
  public int getNamespaceCount() {
    return hasName() && !element().namespace().equals(open.outerNamespace()) ? 1 : 0;
  }

  @Override
  public String getNamespacePrefix(int index) {
    return null;
  }

  @Override
  public String getNamespaceURI(int index) {
    return element().namespace();
  }

  @Override
  public String getNamespaceURI(String prefix) {
    return prefix.isEmpty() && open != null ? open.element.namespace() : null;
  }

  @Override
  public NamespaceContext getNamespaceContext() {
    String namespace = open == null ? "" : open.element.namespace();
    return new NamespaceContext() {
      @Override
      public String getNamespaceURI(String prefix) {
        return prefix.isEmpty() ? namespace : "";
      }

      @Override
      public String getPrefix(String uri) {
        return namespace.equals(uri) ? "" : null;
      }

      @Override
      public Iterator<String> getPrefixes(String uri) {
        return namespace.equals(uri) ? List.of("").iterator() : List.<String>of().iterator();
      }
    };
  }

  @Override
  public String getText() {
    if (!isCharacters()) {
      throw new IllegalStateException("not at text");
    }
    return open.element.text();
  }

  @Override
  public char[] getTextCharacters() {
    return getText().toCharArray();
  }

  @Override
  public int getTextCharacters(int from, char[] target, int to, int length) {
    String text = getText();
    int copied = Math.min(length, text.length() - from);
    text.getChars(from, from + copied, target, to);
    return copied;
  }

  @Override
  public int getTextStart() {
    return 0;
  }

  @Override
  public int getTextLength() {
    return getText().length();
  }

  @Override
  public String getEncoding() {
    return "UTF-8";
  }

  @Override
  public String getCharacterEncodingScheme() {
    return "UTF-8";
  }

  @Override
  public String getVersion() {
    return "1.0";
  }

  @Override
  public boolean isStandalone() {
    return false;
  }

  @Override
  public boolean standaloneSet() {
    return false;
  }

  @Override
  public String getPITarget() {
    return null;
  }

  @Override
  public String getPIData() {
    return null;
  }

  @Override
  public Object getProperty(String name) {
    return null;
  }

  @Override
  public Location getLocation() {
    return Nowhere.INSTANCE;
  }

  @Override
  public void close() {
    type = END_DOCUMENT;
    open = null;
  }

  /** The tree does not remember where its elements stood. */
  private enum Nowhere implements Location {
    INSTANCE;

    @Override
    public int getLineNumber() {
      return -1;
    }

    @Override
    public int getColumnNumber() {
      return -1;
    }

    @Override
    public int getCharacterOffset() {
      return -1;
    }

    @Override
    public String getPublicId() {
      return null;
    }

    @Override
    public String getSystemId() {
      return null;
    }
  }
}
