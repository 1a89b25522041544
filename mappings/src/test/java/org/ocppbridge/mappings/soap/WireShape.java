package org.ocppbridge.mappings.soap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ocppbridge.mappings.SoapVersion;

/**
 * A second, independent way between model and generated types, as trees of names and texts: the
 * generated types have the model's names but for what the three methods {@link #sayable}, {@link
 * #charger} and {@link #command} list.
 */
final class WireShape {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
          .build();

  private static final List<String> STATUS_OF_12 = List.of("connectorId", "status", "errorCode");

  private WireShape() {}

  static ObjectNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  /** Leaves out of a model message what a version cannot say. */
  static ObjectNode sayable(SoapVersion version, String operation, ObjectNode model) {
    if (version != SoapVersion.V16) {
      model.remove(List.of("reason", "chargingProfile"));
      samples(model).forEach(sample -> sample.remove("phase"));
      if (operation.equals("UnlockConnector")
          && model.path("status").asText().equals("NotSupported")) {
        model.put("status", "UnlockFailed");
      }
    }
    if (version == SoapVersion.V12) {
      model.remove("transactionData");
      if (operation.equals("StartTransaction")) {
        model.remove("reservationId");
      }
      if (operation.equals("StatusNotification")) {
        model.retain(STATUS_OF_12);
      }
      if (operation.equals("MeterValues")) {
        model.remove("transactionId");
        model.path("meterValue").forEach(WireShape::onlyRegister);
      }
    }
    return model;
  }

  private static void onlyRegister(JsonNode meterValue) {
    ArrayNode samples = (ArrayNode) meterValue.path("sampledValue");
    while (samples.size() > 1) {
      samples.remove(1);
    }
    ((ObjectNode) samples.get(0))
        .removeAll()
        .put("value", "1234")
        .put("measurand", "Energy.Active.Import.Register")
        .put("unit", "Wh");
  }

  private static List<ObjectNode> samples(ObjectNode model) {
    return model.findValues("sampledValue").stream()
        .flatMap(samples -> samples.valueStream())
        .map(ObjectNode.class::cast)
        .toList();
  }

  /** What a charger's message looks like in the generated types of its version. */
  static ObjectNode charger(SoapVersion version, String operation, ObjectNode model) {
    ObjectNode wire = model.deepCopy();
    if (version == SoapVersion.V16) {
      return wire;
    }
    if (operation.equals("UnlockConnector") && wire.has("status")) {
      wire.put("status", wire.get("status").asText().equals("Unlocked") ? "Accepted" : "Rejected");
    }
    if (operation.equals("MeterValues") && wire.has("meterValue")) {
      wire.set("values", meterValues(version, wire.remove("meterValue")));
    }
    if (operation.equals("StopTransaction") && wire.has("transactionData")) {
      ArrayNode blocks = JSON.createArrayNode();
      meterValues(version, wire.get("transactionData"))
          .forEach(value -> blocks.addObject().putArray("values").add(value));
      wire.set("transactionData", blocks);
    }
    return wire;
  }

  private static ArrayNode meterValues(SoapVersion version, JsonNode values) {
    ArrayNode wire = JSON.createArrayNode();
    for (JsonNode value : values) {
      ObjectNode moment = wire.addObject();
      moment.set("timestamp", value.get("timestamp"));
      if (version == SoapVersion.V12) {
        moment.set("value", value.get("sampledValue").get(0).get("value"));
      } else {
        moment.set("value", value.get("sampledValue"));
      }
    }
    return wire;
  }

  /** What the bridge's message looks like in the generated types of the version. */
  static ObjectNode command(SoapVersion version, String operation, ObjectNode model) {
    ObjectNode wire = model.deepCopy();
    if (version != SoapVersion.V16) {
      rename(wire, "localAuthorizationList", "localAuthorisationList");
      if (operation.equals("BootNotification")) {
        rename(wire, "interval", "heartbeatInterval");
        wire.put("status", wire.get("status").asText().replace("Pending", "Rejected"));
      }
    }
    return wire;
  }

  private static void rename(ObjectNode node, String from, String to) {
    if (node.has(from)) {
      node.set(to, node.remove(from));
    }
  }

  /**
   * All leaves by path, as the texts a charger gets: numbers with one fraction digit at most, times
   * without fractions.
   */
  static Map<String, String> leaves(JsonNode node) {
    Map<String, String> leaves = new TreeMap<>();
    leaves("", node, leaves);
    return leaves;
  }

  private static void leaves(String path, JsonNode node, Map<String, String> to) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> leaves(path + "." + field.getKey(), field.getValue(), to));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        leaves(path + "[" + i + "]", array.get(i), to);
      }
    } else if (node instanceof DecimalNode || node.isFloatingPointNumber()) {
      BigDecimal number = node.decimalValue();
      to.put(
          path,
          number
              .setScale(Math.min(1, number.scale()), java.math.RoundingMode.DOWN)
              .toPlainString());
    } else {
      to.put(
          path,
          node.asText()
              .replaceFirst("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$", "$1Z"));
    }
  }
}
