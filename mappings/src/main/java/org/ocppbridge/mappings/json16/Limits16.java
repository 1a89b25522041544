package org.ocppbridge.mappings.json16;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Loss;

/**
 * The longest texts that 1.6J allows, in characters (code points, as JSON schema counts). One
 * table, used to cut what leaves and to check what comes. Paths leave the indices of lists out.
 */
final class Limits16 {

  static final int ID_TAG = 20;
  static final int VENDOR_ID = 255;
  static final int MESSAGE_ID = 50;
  static final int KEY = 50;

  private static final Map<String, Map<String, Integer>> MAX =
      Map.ofEntries(
          entry("Authorize", Map.of("idTag", ID_TAG)),
          entry(
              "BootNotification",
              Map.of(
                  "chargePointVendor", 20,
                  "chargePointModel", 20,
                  "chargePointSerialNumber", 25,
                  "chargeBoxSerialNumber", 25,
                  "firmwareVersion", 50,
                  "iccid", 20,
                  "imsi", 20,
                  "meterType", 25,
                  "meterSerialNumber", 25)),
          entry("ChangeConfiguration", Map.of("key", KEY, "value", 500)),
          entry("DataTransfer", Map.of("vendorId", VENDOR_ID, "messageId", MESSAGE_ID)),
          entry("GetConfiguration", Map.of("key", KEY)),
          entry(
              "GetConfigurationResponse",
              Map.of(
                  "configurationKey.key", KEY, "configurationKey.value", 500, "unknownKey", KEY)),
          entry("GetDiagnosticsResponse", Map.of("fileName", 255)),
          entry("RemoteStartTransaction", Map.of("idTag", ID_TAG)),
          entry("ReserveNow", Map.of("idTag", ID_TAG, "parentIdTag", ID_TAG)),
          entry(
              "SendLocalList",
              Map.of(
                  "localAuthorizationList.idTag",
                  ID_TAG,
                  "localAuthorizationList.idTagInfo.parentIdTag",
                  ID_TAG)),
          entry("StartTransaction", Map.of("idTag", ID_TAG)),
          entry("StatusNotification", Map.of("info", 50, "vendorId", 255, "vendorErrorCode", 50)),
          entry("StopTransaction", Map.of("idTag", ID_TAG)),
          // The security extension (white paper edition 3).
          entry("CertificateSigned", Map.of("certificateChain", 10_000)),
          entry(
              "DeleteCertificate",
              Map.of(
                  "certificateHashData.issuerNameHash", 128,
                  "certificateHashData.issuerKeyHash", 128,
                  "certificateHashData.serialNumber", 40)),
          entry("GetLog", Map.of("log.remoteLocation", 512)),
          entry("GetLogResponse", Map.of("filename", 255)),
          entry("InstallCertificate", Map.of("certificate", 5500)),
          entry(
              "SignedUpdateFirmware",
              Map.of(
                  "firmware.location", 512,
                  "firmware.signingCertificate", 5500,
                  "firmware.signature", 800)));

  /** A text that is too long. */
  record TooLong(String path, int length, int max) {}

  private Limits16() {}

  static boolean fits(String text, int max) {
    return text.length() <= max || text.codePointCount(0, text.length()) <= max;
  }

  /** Cuts every text of a message that is too long, and names it. */
  static ObjectNode cut(String message, ObjectNode payload, List<Loss> losses) {
    MAX.getOrDefault(message, Map.of())
        .forEach((path, max) -> cut(payload, path, path, max, losses));
    return payload;
  }

  private static void cut(JsonNode node, String rest, String path, int max, List<Loss> losses) {
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    switch (node) {
      case ArrayNode array -> array.forEach(each -> cut(each, rest, path, max, losses));
      case ObjectNode object when dot >= 0 ->
          cut(object.path(name), rest.substring(dot + 1), path, max, losses);
      case ObjectNode object -> cutField(object, name, path, max, losses);
      default -> {
        // Nothing stands here.
      }
    }
  }

  private static void cutField(
      ObjectNode object, String name, String path, int max, List<Loss> losses) {
    switch (object.get(name)) {
      case TextNode text when !fits(text.textValue(), max) ->
          object.put(name, shortened(text.textValue(), path, max, losses));
      case ArrayNode texts -> {
        for (int i = 0; i < texts.size(); i++) {
          if (!fits(texts.get(i).asText(), max)) {
            texts.set(i, new TextNode(shortened(texts.get(i).asText(), path, max, losses)));
          }
        }
      }
      case null, default -> {
        // Absent, or short enough.
      }
    }
  }

  private static String shortened(String text, String path, int max, List<Loss> losses) {
    losses.add(Loss.changed(path, "was longer than " + max + " characters and was cut"));
    return text.substring(0, text.offsetByCodePoints(0, max));
  }

  /** The first text of a message that is too long. */
  static Optional<TooLong> tooLong(String message, ObjectNode payload) {
    return MAX.getOrDefault(message, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            limit -> tooLong(payload, limit.getKey(), limit.getKey(), limit.getValue()).stream())
        .findFirst();
  }

  private static Optional<TooLong> tooLong(JsonNode node, String rest, String path, int max) {
    if (node instanceof ArrayNode array) {
      for (JsonNode each : array) {
        Optional<TooLong> found = tooLong(each, rest, path, max);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (rest.isEmpty()) {
      return node instanceof TextNode text && !fits(text.textValue(), max)
          ? Optional.of(new TooLong(path, text.textValue().length(), max))
          : Optional.empty();
    }
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    return tooLong(node.path(name), dot < 0 ? "" : rest.substring(dot + 1), path, max);
  }
}
