package org.ocppbridge.adapter.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.adapter.witness.Xml;

/** Builds an element of a message, child by child in the order of the wire. */
final class Payload {
  private final String namespace;
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Xml> children = new ArrayList<>();
  private String text = "";

  private Payload(String namespace, String name) {
    this.namespace = namespace;
    this.name = name;
  }

  static Payload of(String namespace, String name) {
    return new Payload(namespace, name);
  }

  /** Adds a child with a text, number or boolean inside. */
  Payload with(String child, Object value) {
    children.add(Xml.text(namespace, child, value.toString()));
    return this;
  }

  /** Adds a child if there is a value. */
  Payload with(String child, Optional<?> value) {
    value.ifPresent(present -> with(child, present));
    return this;
  }

  Payload attribute(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Payload text(String value) {
    text = value;
    return this;
  }

  /** Adds a child that was built before. */
  Payload add(Xml child) {
    children.add(child);
    return this;
  }

  Payload addAll(List<Xml> more) {
    children.addAll(more);
    return this;
  }

  /** An empty element of the same namespace, to be filled. */
  Payload sibling(String siblingName) {
    return of(namespace, siblingName);
  }

  Xml build() {
    return new Xml(namespace, name, attributes, List.copyOf(children), text);
  }
}
