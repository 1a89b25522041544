package org.ocppbridge.adapter.witness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ocppbridge.adapter.witness.Contract.Side;

/**
 * Turns bodies of 1.6 SOAP into payloads of 1.6J and back, field by field, as the contract tables
 * say: they have the same names.
 */
public final class PlainConversion {
  private final Contract json = Contract.load("ocpp1.6j");
  private final Contract soap = Contract.load("soap-1.6");

  /** A payload from a body. */
  public ObjectNode toJson(Side side, String action, boolean request, Xml body) {
    return object(
        request
            ? json.request(side, action).orElseThrow()
            : json.response(side, action).orElseThrow(),
        body);
  }

  private ObjectNode object(List<Field> fields, Xml element) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Field field : fields) {
      List<Xml> found = element.all(field.name()).toList();
      if (field.many() && !found.isEmpty()) {
        ArrayNode list = object.putArray(field.name());
        found.forEach(each -> list.add(value(field, each)));
      } else if (!found.isEmpty()) {
        object.set(field.name(), value(field, found.getFirst()));
      }
    }
    return object;
  }

  private JsonNode value(Field field, Xml element) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (json.structure(field.type()) != null) {
      return object(json.structure(field.type()), element);
    }
    return switch (field.type()) {
      case "int" -> nodes.numberNode(Integer.parseInt(element.text()));
      case "decimal" -> nodes.numberNode(new BigDecimal(element.text()));
      case "boolean" -> nodes.booleanNode(Boolean.parseBoolean(element.text()));
      default -> nodes.textNode(element.text());
    };
  }

  /** A body from a payload. */
  public Xml toXml(Side side, String namespace, String action, boolean request, JsonNode payload) {
    List<Field> fields =
        request
            ? soap.request(side, action).orElseThrow()
            : soap.response(side, action).orElseThrow();
    return element(
        namespace, XmlCheck.elementName(action, request ? "Request" : "Response"), fields, payload);
  }

  private Xml element(String namespace, String name, List<Field> fields, JsonNode object) {
    List<Xml> children = new ArrayList<>();
    for (Field field : fields) {
      JsonNode value = object.path(field.name());
      if (value.isArray()) {
        value.forEach(each -> children.add(child(namespace, field, each)));
      } else if (!value.isMissingNode()) {
        children.add(child(namespace, field, value));
      }
    }
    return Xml.of(namespace, name, children);
  }

  private Xml child(String namespace, Field field, JsonNode value) {
    List<Field> structure = soap.structure(field.type());
    return structure == null
        ? Xml.text(namespace, field.name(), value.asText())
        : element(namespace, field.name(), structure, value);
  }
}
