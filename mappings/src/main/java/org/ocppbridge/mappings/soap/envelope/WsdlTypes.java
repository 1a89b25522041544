package org.ocppbridge.mappings.soap.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.soap.envelope.Contract.Field;
import org.ocppbridge.mappings.soap.envelope.Contract.Type;

/**
 * Reads operations, messages and types from one of our own WSDLs. It knows the few forms that
 * OCPP's schemas use: global elements with a named type, sequences, and text with attributes.
 */
final class WsdlTypes {

  private final Element definitions;
  private final Element schema;

  WsdlTypes(Element definitions) {
    this.definitions = definitions;
    this.schema = only(only(definitions, "types"), "schema");
  }

  /** Names of the operations, in the contract's order. */
  List<String> operations() {
    return only(definitions, "portType").children("operation").stream()
        .map(operation -> operation.attributes().get("name"))
        .toList();
  }

  /** The element of the message of this name. */
  Field message(String name) {
    Element message =
        named(definitions, "message", name)
            .orElseThrow(() -> new IllegalStateException("no message " + name));
    String element = local(only(message, "part").attributes().get("element"));
    return field(
        named(schema, "element", element)
            .orElseThrow(() -> new IllegalStateException("no element " + element)));
  }

  private Field field(Element element) {
    String type = element.attributes().get("type");
    Type found = type == null ? complex(only(element, "complexType")) : type(local(type));
    boolean many = "unbounded".equals(element.attributes().get("maxOccurs"));
    return new Field(element.attributes().get("name"), found, many);
  }

  /** A named type; what is not complex is text. */
  private Type type(String name) {
    return named(schema, "complexType", name).map(this::complex).orElse(Type.TEXT);
  }

  private Type complex(Element type) {
    Optional<Element> simple = type.child("simpleContent");
    if (simple.isPresent()) {
      List<String> attributes = new ArrayList<>();
      only(simple.get(), "extension")
          .children("attribute")
          .forEach(a -> attributes.add(a.attributes().get("name")));
      return new Type(List.of(), List.copyOf(attributes), true);
    }
    List<Field> fields = new ArrayList<>();
    type.child("sequence")
        .ifPresent(sequence -> sequence.children("element").forEach(e -> fields.add(field(e))));
    return new Type(List.copyOf(fields), List.of(), false);
  }

  private static Element only(Element parent, String name) {
    return parent
        .child(name)
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + parent.name()));
  }

  private static Optional<Element> named(Element parent, String kind, String name) {
    return parent.children(kind).stream()
        .filter(child -> name.equals(child.attributes().get("name")))
        .findFirst();
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
