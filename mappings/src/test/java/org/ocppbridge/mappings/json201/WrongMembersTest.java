package org.ocppbridge.mappings.json201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Schemas;

/**
 * Each member of each message a CSMS can send, wrong in each way its schema knows, gets the
 * CALLERROR that 2.0.1 part 4 §4.3 has for it; the charger never sees any of it.
 */
class WrongMembersTest {

  private static final String MISSING = "OccurrenceConstraintViolation";
  private static final String VALUE = "PropertyConstraintViolation";
  private static final String TYPE = "TypeConstraintViolation";
  private static final String FORM = "FormatViolation";

  /** A payload with one thing wrong. */
  private record Wrong(String what, ObjectNode payload, String code) {}

  /** Makes payloads from a schema. */
  private static final class Maker {
    private final JsonNode root;
    private final List<Wrong> wrongs = new ArrayList<>();
    private ObjectNode whole = Json.object();

    Maker(JsonNode root) {
      this.root = root;
    }

    JsonNode resolved(JsonNode schema) {
      JsonNode ref = schema.path("$ref");
      return ref.isMissingNode()
          ? schema
          : root.path("definitions").path(ref.asText().replace("#/definitions/", ""));
    }

    JsonNode sound(JsonNode reference) {
      JsonNode schema = resolved(reference);
      return switch (schema.path("type").asText()) {
        case "object" -> object(schema);
        case "array" -> Json.MAPPER.createArrayNode().add(sound(schema.path("items")));
        case "integer" -> Json.MAPPER.getNodeFactory().numberNode(1);
        case "number" -> Json.MAPPER.getNodeFactory().numberNode(1.5);
        case "boolean" -> Json.MAPPER.getNodeFactory().booleanNode(true);
        case "string" -> Json.MAPPER.getNodeFactory().textNode(text(schema));
        default -> Json.MAPPER.getNodeFactory().textNode("any");
      };
    }

    private static String text(JsonNode schema) {
      return schema.has("enum")
          ? schema.path("enum").get(0).asText()
          : schema.path("format").asText().equals("date-time") ? "2026-03-01T13:00:00Z" : "1";
    }

    private ObjectNode object(JsonNode schema) {
      ObjectNode object = Json.object();
      schema
          .path("properties")
          .properties()
          .forEach(
              each -> {
                if (!each.getKey().equals("customData")) {
                  object.set(each.getKey(), sound(each.getValue()));
                }
              });
      return object;
    }

    void spoil() {
      whole = (ObjectNode) sound(root);
      wrong("", root);
    }

    private void wrong(String pointer, JsonNode reference) {
      JsonNode schema = resolved(reference);
      switch (schema.path("type").asText()) {
        case "object" -> wrongObject(pointer, schema);
        case "array" -> wrongArray(pointer, schema);
        case "integer" -> {
          replaced(pointer, "\"1\"", TYPE);
          replaced(pointer, "1.5", TYPE);
          replaced(pointer, "true", TYPE);
          replaced(pointer, "99999999999", VALUE);
        }
        case "number" -> {
          replaced(pointer, "\"1\"", TYPE);
          replaced(pointer, "[]", TYPE);
        }
        case "boolean" -> {
          replaced(pointer, "\"true\"", TYPE);
          replaced(pointer, "1", TYPE);
        }
        case "string" -> wrongText(pointer, schema);
        default -> {
          // anyType: all is right
        }
      }
    }

    private void wrongObject(String pointer, JsonNode schema) {
      if (!pointer.isEmpty()) {
        replaced(pointer, "\"text\"", TYPE);
        replaced(pointer, "[]", TYPE);
      }
      replaced(pointer + "/nonsense", "1", FORM);
      schema.path("required").forEach(name -> removed(pointer, name.asText()));
      schema
          .path("properties")
          .properties()
          .forEach(
              each -> {
                if (!each.getKey().equals("customData")) {
                  wrong(pointer + "/" + each.getKey(), each.getValue());
                }
              });
    }

    private void wrongArray(String pointer, JsonNode schema) {
      replaced(pointer, "{}", TYPE);
      replaced(pointer, "\"text\"", TYPE);
      replaced(pointer, "[null]", TYPE);
      if (schema.path("minItems").asInt() > 0) {
        replaced(pointer, "[]", MISSING);
      }
      JsonNode item = whole.at(pointer).get(0);
      if (schema.has("maxItems")) {
        ArrayNode many = Json.MAPPER.createArrayNode();
        for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
          many.add(item);
        }
        replaced(pointer, many.toString(), MISSING);
      }
      wrong(pointer + "/0", schema.path("items"));
    }

    private void wrongText(String pointer, JsonNode schema) {
      replaced(pointer, "1", TYPE);
      replaced(pointer, "true", TYPE);
      replaced(pointer, "{}", TYPE);
      if (schema.has("enum")) {
        replaced(pointer, "\"Nonsense\"", VALUE);
        replaced(pointer, "\"\"", VALUE);
      } else if (schema.path("format").asText().equals("date-time")) {
        replaced(pointer, "\"tomorrow\"", VALUE);
      } else if (schema.has("maxLength")) {
        int longest = schema.path("maxLength").asInt();
        replaced(pointer, "\"" + "x".repeat(longest + 1) + "\"", VALUE);
      }
    }

    private void replaced(String pointer, String json, String code) {
      ObjectNode copy = whole.deepCopy();
      int slash = pointer.lastIndexOf('/');
      JsonNode parent = copy.at(pointer.substring(0, slash));
      String name = pointer.substring(slash + 1);
      JsonNode value = read(json);
      switch (parent) {
        case ObjectNode object -> object.set(name, value);
        case ArrayNode array -> array.set(Integer.parseInt(name), value);
        default -> throw new IllegalStateException(pointer);
      }
      String shown = json.length() > 30 ? json.length() + " characters" : json;
      wrongs.add(new Wrong(pointer + " is " + shown, copy, code));
    }

    private void removed(String pointer, String name) {
      ObjectNode copy = whole.deepCopy();
      ((ObjectNode) copy.at(pointer)).remove(name);
      wrongs.add(new Wrong(pointer + "/" + name + " is missing", copy, MISSING));
    }

    private static JsonNode read(String json) {
      try {
        return Json.MAPPER.readTree(json);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new IllegalArgumentException(json, e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CancelReservation",
        "CertificateSigned",
        "ChangeAvailability",
        "ClearCache",
        "ClearChargingProfile",
        "ClearVariableMonitoring",
        "CustomerInformation",
        "DataTransfer",
        "DeleteCertificate",
        "GetBaseReport",
        "GetChargingProfiles",
        "GetCompositeSchedule",
        "GetInstalledCertificateIds",
        "GetLocalListVersion",
        "GetLog",
        "GetMonitoringReport",
        "GetReport",
        "GetTransactionStatus",
        "GetVariables",
        "InstallCertificate",
        "RequestStartTransaction",
        "RequestStopTransaction",
        "ReserveNow",
        "Reset",
        "SendLocalList",
        "SetChargingProfile",
        "SetMonitoringBase",
        "SetMonitoringLevel",
        "SetNetworkProfile",
        "SetVariableMonitoring",
        "SetVariables",
        "TriggerMessage",
        "UnlockConnector",
        "UpdateFirmware"
      })
  void eachWrongMemberGetsItsOwnCode(String action) {
    assumeTrue(Schemas.present(), "no schemas beside the checkout");
    Maker maker = new Maker(Schemas.of201(action + "Request").orElseThrow());
    maker.spoil();
    List<String> unexpected = new ArrayList<>();

    for (Wrong wrong : maker.wrongs) {
      Play play = Stations.accepted(SoapVersion.V16);
      String got = code(play.call(action, wrong.payload().toString()));
      if (!got.equals(wrong.code()) || !play.asked.isEmpty()) {
        unexpected.add(wrong.what() + ": " + got + ", not " + wrong.code());
      }
    }

    assertThat(unexpected).isEmpty();
  }

  private static String code(CsmsAnswer answer) {
    return answer instanceof CsmsAnswer.Error(String code, String description)
        ? code
        : answer.toString();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void whatNoSoapChargerHasIsNotSupportedWhateverItsPayload(SoapVersion version) {
    Play play = Stations.accepted(version);
    for (String action :
        List.of(
            "ClearDisplayMessage",
            "CostUpdated",
            "GetDisplayMessages",
            "PublishFirmware",
            "SetDisplayMessage",
            "UnpublishFirmware")) {
      assertThat(play.error(action, "{\"nonsense\":1}")).isEqualTo("NotSupported");
    }
  }
}
