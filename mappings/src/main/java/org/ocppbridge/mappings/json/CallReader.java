package org.ocppbridge.mappings.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.model.WireName;

/**
 * Reads a CALL of the CSMS strictly: what the contract does not have is refused with the code
 * OCPP-J §4.2.3 has for it. A null counts as absent, and so does 2.0.1's {@code customData}, whose
 * content is nobody's here. Characters that XML cannot carry are taken out, since the charger could
 * not read the message.
 *
 * @param version the protocol's name, for messages to people
 * @param limits how long texts may be
 * @param lists how many elements lists may have
 * @param ignored field that may stand in every object and is not looked at; empty: none
 */
public record CallReader(String version, Limits limits, ListSizes lists, String ignored) {

  /** No number of a command is larger; larger ones would only cost memory at the charger's side. */
  private static final double NUMBER_MAX = 1e15;

  /**
   * Reads a payload.
   *
   * @throws InvalidCall if it breaks the contract; the message names the field
   */
  public <Q> Q read(String action, ObjectNode payload, Class<Q> type) {
    ObjectNode clean = clean(payload, action);
    Q request;
    try {
      request = Json.MAPPER.treeToValue(clean, type);
    } catch (JsonProcessingException e) {
      throw violation(action, e);
    }
    lists
        .wrong(action, clean)
        .ifPresent(
            why -> {
              throw new InvalidCall(Violation.OCCURRENCE_CONSTRAINT, why);
            });
    limits
        .tooLong(action, clean)
        .ifPresent(
            found -> {
              throw new InvalidCall(
                  Violation.PROPERTY_CONSTRAINT,
                  action
                      + ": "
                      + found.path()
                      + " has "
                      + found.length()
                      + " characters, at most "
                      + found.max()
                      + " are allowed");
            });
    return request;
  }

  private InvalidCall violation(String action, JsonProcessingException e) {
    String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
    return switch (e) {
      case UnrecognizedPropertyException x ->
          new InvalidCall(Violation.FORMATION, action + ": unknown field " + field);
      case InvalidFormatException x when isWord(x) ->
          new InvalidCall(
              Violation.PROPERTY_CONSTRAINT,
              action + ": " + field + " has a value that " + version + " does not know");
      case MismatchedInputException x when x.getOriginalMessage().startsWith("Missing required") ->
          new InvalidCall(
              Violation.OCCURRENCE_CONSTRAINT, action + ": a required field is missing: " + field);
      case MismatchedInputException x ->
          new InvalidCall(Violation.TYPE_CONSTRAINT, action + ": " + field + " has a wrong type");
      case JsonMappingException x when x.getCause() instanceof InputCoercionException ->
          new InvalidCall(
              Violation.PROPERTY_CONSTRAINT, action + ": " + field + " is out of range");
      default -> new InvalidCall(Violation.FORMATION, action + ": " + field + " cannot be read");
    };
  }

  private static boolean isWord(InvalidFormatException e) {
    boolean fromWords =
        WireName.class.isAssignableFrom(e.getTargetType())
            || e.getTargetType().isEnum()
            || e.getTargetType() == java.time.Instant.class;
    return fromWords && e.getValue() instanceof String;
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() != null ? r.getFieldName() : "[" + r.getIndex() + "]")
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private ObjectNode clean(ObjectNode object, String path) {
    ObjectNode copy = Json.object();
    for (var field : object.properties()) {
      if (!field.getValue().isNull() && !field.getKey().equals(ignored)) {
        copy.set(field.getKey(), clean(field.getValue(), path + "." + field.getKey()));
      }
    }
    return copy;
  }

  private JsonNode clean(JsonNode node, String path) {
    return switch (node) {
      case ObjectNode object -> clean(object, path);
      case ArrayNode array -> {
        ArrayNode copy = Json.MAPPER.createArrayNode();
        array.forEach(each -> copy.add(element(each, path)));
        yield copy;
      }
      case TextNode text -> new TextNode(xmlText(text.textValue()));
      default -> {
        boolean sane = Math.abs(node.doubleValue()) <= NUMBER_MAX;
        if (node.isNumber() && !sane) {
          throw new InvalidCall(Violation.PROPERTY_CONSTRAINT, path + " is out of range");
        }
        yield node;
      }
    };
  }

  private JsonNode element(JsonNode node, String path) {
    if (node.isNull()) {
      throw new InvalidCall(Violation.TYPE_CONSTRAINT, path + " has an empty element");
    }
    return clean(node, path);
  }

  /** Without the characters that XML 1.0 §2.2 has no place for. */
  private static String xmlText(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
