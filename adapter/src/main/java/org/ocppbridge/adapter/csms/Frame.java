package org.ocppbridge.adapter.csms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.json.Json;

/**
 * The three messages of OCPP-J (1.6 §4.2, 2.0.1 part 4 §4.2), and what is none of them. Reading is
 * tolerant, writing is not.
 */
sealed interface Frame {

  /** Longest message id we write; longer ones of the CSMS are served all the same. */
  int ID_LENGTH_MAX = 36;

  /** Longest message id we read, in characters. */
  int READ_ID_LENGTH_MAX = 255;

  /** Longest description of a CALLERROR. */
  int DESCRIPTION_LENGTH_MAX = 255;

  /**
   * {@code [2, id, action, payload]}; the payload is any JSON value, an absent or null one an empty
   * object.
   */
  record Call(String id, String action, JsonNode payload) implements Frame {}

  /** {@code [3, id, payload]}; payload as above. */
  record CallResult(String id, JsonNode payload) implements Frame {}

  /**
   * {@code [4, id, code, description, details]}; details are written as an empty object and not
   * read.
   */
  record CallError(String id, String code, String description) implements Frame {}

  /** A message type that this version does not know. Has to be ignored (OCPP-J 1.6 §4.1.3). */
  record UnknownType(String type) implements Frame {}

  /**
   * Not a frame.
   *
   * @param type 2, 3 or 4 if that much could be read, else 0
   * @param id the message id, if it could be read: then the other side can be told
   */
  record Unreadable(int type, Optional<String> id, String reason) implements Frame {}

  /** Where type and id stand in a frame whose rest is broken. */
  Pattern HEAD = Pattern.compile("^\\s*\\[\\s*([234])\\s*,\\s*\"([^\"\\\\\\p{Cntrl}]{1,255})\"");

  /** Reads a text message. Never fails. */
  static Frame read(String text) {
    try {
      return Json.READER.readTree(text) instanceof ArrayNode array
          ? read(array)
          : new Unreadable(0, Optional.empty(), "not a JSON array");
    } catch (JsonProcessingException e) {
      return broken(text, e.getOriginalMessage().replaceFirst(" \\(.*", ""));
    } catch (NumberFormatException e) {
      return broken(text, "a number that nobody can work with");
    }
  }

  private static Unreadable broken(String text, String why) {
    Matcher head = HEAD.matcher(text);
    String reason = "not valid JSON: " + Printable.of(why);
    return head.find()
        ? new Unreadable(Integer.parseInt(head.group(1)), Optional.of(head.group(2)), reason)
        : new Unreadable(0, Optional.empty(), reason);
  }

  private static Frame read(ArrayNode array) {
    JsonNode type = array.path(0);
    if (!type.isIntegralNumber()) {
      return new Unreadable(0, Optional.empty(), "no message type");
    }
    if (!type.canConvertToInt() || type.intValue() < 2 || type.intValue() > 4) {
      return new UnknownType(Printable.of(type.asText()));
    }
    JsonNode id = array.path(1);
    String idText = id.isTextual() || id.isNumber() ? id.asText() : "";
    if (idText.isEmpty() || idText.length() > READ_ID_LENGTH_MAX) {
      return new Unreadable(type.intValue(), Optional.empty(), "no usable message id");
    }
    if (!id.isTextual()) {
      return new Unreadable(type.intValue(), Optional.of(idText), "the message id is not a string");
    }
    return switch (type.intValue()) {
      case 2 ->
          array.path(2).isTextual()
              ? new Call(idText, array.path(2).asText(), payload(array.path(3)))
              : new Unreadable(2, Optional.of(idText), "the action is not a string");
      case 3 -> new CallResult(idText, payload(array.path(2)));
      default ->
          new CallError(idText, array.path(2).asText("GenericError"), array.path(3).asText(""));
    };
  }

  private static JsonNode payload(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
  }

  /**
   * The text of one of our calls.
   *
   * @throws IllegalArgumentException if the payload cannot be written
   */
  static String call(String id, String action, ObjectNode payload) {
    return write(Json.READER.createArrayNode().add(2).add(id).add(action).add(payload));
  }

  /**
   * The text of an answer.
   *
   * @throws IllegalArgumentException if the payload cannot be written
   */
  static String callResult(String id, ObjectNode payload) {
    return write(Json.READER.createArrayNode().add(3).add(id).add(payload));
  }

  /** The text of a refusal; the description is cut to what the contract allows. */
  static String callError(String id, String code, String description) {
    ArrayNode frame = Json.READER.createArrayNode().add(4).add(id).add(code);
    frame.add(Printable.cut(description, DESCRIPTION_LENGTH_MAX)).addObject();
    return write(frame);
  }

  private static String write(ArrayNode frame) {
    try {
      return Json.READER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
