package org.ocppbridge.wsdl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The facts of one published contract as the catalogue has them, in the words of {@link WsdlFacts}.
 */
final class CatalogueFacts {

  private CatalogueFacts() {}

  static Map<String, String> of(JsonNode contract) {
    Map<String, String> facts = new TreeMap<>();
    for (String name :
        List.of(
            "targetNamespace",
            "elementFormDefault",
            "portType",
            "binding",
            "service",
            "port",
            "transport")) {
      facts.put(name, contract.get(name).asText());
    }
    facts.put("schema namespace", contract.get("targetNamespace").asText());
    facts.put(
        "SOAP 1.2 address", String.valueOf(contract.get("soapVersion").asText().equals("1.2")));
    facts.put("addressing policy attached", contract.get("addressingPolicyAttached").asText());
    facts.put("identity type", contract.get("headerElementType").asText());
    contract.get("operations").forEach(operation -> operation(operation, facts));
    contract
        .get("simpleTypes")
        .properties()
        .forEach(t -> simpleType(t.getKey(), t.getValue(), facts));
    contract
        .get("complexTypes")
        .properties()
        .forEach(t -> facts.put("type " + t.getKey(), fields(t.getValue())));
    return facts;
  }

  private static void operation(JsonNode operation, Map<String, String> facts) {
    String name = "operation " + operation.get("name").asText();
    facts.put(name + " action", operation.get("action").asText());
    facts.put(name + " response action", operation.get("responseAction").asText(""));
    facts.put(name + " request", element(operation.get("request")));
    facts.put(name + " response", element(operation.get("response")));
    facts.put(name + " faults", operation.get("faults").asText());
    facts.put(name + " soapAction", operation.get("soapAction").asText());
    facts.put(name + " style", operation.get("style").asText());
    facts.put(name + " use", operation.get("use").asText());
    facts.put(name + " response use", operation.get("use").asText());
    facts.put(name + " request header", texts(operation.get("header")).toString());
    facts.put(name + " response header", texts(operation.get("responseHeader")).toString());
  }

  private static String element(JsonNode message) {
    return message.get("element").asText() + " of " + message.get("type").asText();
  }

  private static void simpleType(String name, JsonNode type, Map<String, String> facts) {
    StringJoiner text = new StringJoiner(" ").add(type.get("base").asText());
    for (String facet : List.of("maxLength", "fractionDigits")) {
      if (type.has(facet)) {
        text.add(facet + "=" + type.get(facet).asText());
      }
    }
    if (type.has("enum")) {
      facts.put("enumeration " + name, text + " " + texts(type.get("enum")));
    } else {
      facts.put("simple type " + name, text.toString());
    }
  }

  private static String fields(JsonNode type) {
    StringJoiner fields = new StringJoiner(", ");
    for (JsonNode field : type.get("fields")) {
      fields.add(
          "%s %s..%s %s"
              .formatted(
                  field.get("name").asText(),
                  field.get("min").asText(),
                  field.get("max").asText(),
                  field.has("complex")
                      ? inline(field.get("complex"))
                      : field.get("type").asText()));
    }
    return fields.toString();
  }

  private static String inline(JsonNode complex) {
    StringJoiner attributes = new StringJoiner(", ", "(", ")");
    for (JsonNode attribute : complex.get("attributes")) {
      attributes.add(
          "@%s %s %s"
              .formatted(
                  attribute.get("name").asText(),
                  attribute.get("use").asText(),
                  attribute.get("type").asText()));
    }
    return complex.get("text").asText() + attributes;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
