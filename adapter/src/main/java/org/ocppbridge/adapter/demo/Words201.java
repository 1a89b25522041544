package org.ocppbridge.adapter.demo;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.mappings.SoapVersion;

/**
 * What SOAP operations, their fields and their words are called in 2.0.1, as far as both ends have
 * them.
 */
final class Words201 {

  /** Answers of the bridge that spare the charger the question. */
  static final Set<String> NOT_ASKED = Set.of("OngoingAuthorizedTransaction", "Rejected");

  private static final Map<String, String> COMMANDS =
      Map.of(
          "GetVariables", "GetConfiguration",
          "SetVariables", "ChangeConfiguration",
          "RequestStartTransaction", "RemoteStartTransaction",
          "RequestStopTransaction", "RemoteStopTransaction",
          "GetLog", "GetDiagnostics");

  /** Fields of requests: name in SOAP, name in 2.0.1. */
  private static final Map<String, Map<String, String>> REQUESTS =
      Map.ofEntries(
          entry("Authorize", Map.of("idTag", "idToken")),
          entry(
              "BootNotification",
              Map.of(
                  "chargePointVendor", "vendorName",
                  "chargePointModel", "model",
                  "chargePointSerialNumber", "serialNumber",
                  "firmwareVersion", "firmwareVersion",
                  "iccid", "iccid",
                  "imsi", "imsi")),
          entry(
              "StartTransaction",
              Map.of(
                  "connectorId", "id",
                  "idTag", "idToken",
                  "timestamp", "timestamp",
                  "meterStart", "value",
                  "reservationId", "reservationId")),
          entry(
              "StopTransaction",
              Map.of(
                  "transactionId", "transactionId",
                  "timestamp", "timestamp",
                  "meterStop", "value")),
          entry("MeterValues", Map.of("timestamp", "timestamp")),
          entry(
              "StatusNotification",
              Map.of(
                  "connectorId", "evseId", "status", "connectorStatus", "timestamp", "timestamp")),
          entry("FirmwareStatusNotification", Map.of("status", "status")),
          entry("DiagnosticsStatusNotification", Map.of("status", "status")),
          entry(
              "DataTransfer",
              Map.of("vendorId", "vendorId", "messageId", "messageId", "data", "data")),
          entry("ChangeAvailability", Map.of("connectorId", "id", "type", "operationalStatus")),
          entry("ChangeConfiguration", Map.of("value", "attributeValue")),
          entry("CancelReservation", Map.of("reservationId", "reservationId")),
          entry("ClearChargingProfile", Map.of("id", "chargingProfileId")),
          entry("GetCompositeSchedule", Map.of("connectorId", "evseId", "duration", "duration")),
          entry("GetDiagnostics", Map.of("location", "remoteLocation")),
          entry("RemoteStartTransaction", Map.of("connectorId", "evseId", "idTag", "idToken")),
          entry("RemoteStopTransaction", Map.of("transactionId", "transactionId")),
          entry(
              "ReserveNow",
              Map.of(
                  "connectorId", "evseId",
                  "expiryDate", "expiryDateTime",
                  "idTag", "idToken",
                  "parentIdTag", "idToken",
                  "reservationId", "id")),
          entry("Reset", Map.of("type", "type")),
          entry(
              "SendLocalList",
              Map.of(
                  "listVersion", "versionNumber",
                  "updateType", "updateType",
                  "idTag", "idToken",
                  "expiryDate", "cacheExpiryDateTime")),
          entry(
              "SetChargingProfile",
              Map.of(
                  "connectorId", "evseId",
                  "chargingProfileId", "id",
                  "transactionId", "transactionId",
                  "stackLevel", "stackLevel",
                  "startPeriod", "startPeriod",
                  "limit", "limit")),
          entry("TriggerMessage", Map.of("requestedMessage", "requestedMessage")),
          entry("UnlockConnector", Map.of("connectorId", "evseId")),
          entry(
              "UpdateFirmware",
              Map.of("location", "location", "retrieveDate", "retrieveDateTime")));

  private static final Map<String, String> ID_TAG_INFO =
      Map.of("status", "status", "expiryDate", "cacheExpiryDateTime", "parentIdTag", "idToken");

  private static final Map<String, String> STATUS = Map.of("status", "status");

  /** Fields of answers. */
  private static final Map<String, Map<String, String>> ANSWERS =
      Map.ofEntries(
          entry("Authorize", ID_TAG_INFO),
          entry("StartTransaction", ID_TAG_INFO),
          entry("StopTransaction", ID_TAG_INFO),
          entry(
              "BootNotification",
              Map.of("status", "status", "currentTime", "currentTime", "interval", "interval")),
          entry("Heartbeat", Map.of("currentTime", "currentTime")),
          entry("DataTransfer", Map.of("status", "status", "data", "data")),
          entry("ChangeConfiguration", Map.of("status", "attributeStatus")),
          entry("GetConfiguration", Map.of("value", "attributeValue")),
          entry("GetCompositeSchedule", Map.of("status", "status", "limit", "limit")),
          entry("GetDiagnostics", Map.of("fileName", "filename")),
          entry("GetLocalListVersion", Map.of("listVersion", "versionNumber")));

  /** Words of SOAP and what they may be in 2.0.1, by operation. */
  private static final Map<String, Map<String, Set<String>>> WORDS =
      Map.of(
          "StatusNotification",
          Map.of(
              "Preparing", Set.of("Occupied"),
              "Charging", Set.of("Occupied"),
              "SuspendedEV", Set.of("Occupied"),
              "SuspendedEVSE", Set.of("Occupied"),
              "Finishing", Set.of("Occupied")),
          "DiagnosticsStatusNotification",
          Map.of("UploadFailed", Set.of("UploadFailure")),
          "UnlockConnector",
          Map.of("Accepted", Set.of("Unlocked"), "Rejected", Set.of("UnlockFailed")),
          "Reset",
          Map.of("Soft", Set.of("OnIdle", "Immediate"), "Hard", Set.of("Immediate")),
          "TriggerMessage",
          Map.of("MeterValues", Set.of("TransactionEvent")));

  private Words201() {}

  static String operation(boolean fromCharger, JsonCall call) {
    return fromCharger
        ? notification(call.action(), call.payload())
        : COMMANDS.getOrDefault(call.action(), call.action());
  }

  private static String notification(String action, JsonNode payload) {
    return switch (action) {
      case "LogStatusNotification" -> "DiagnosticsStatusNotification";
      case "TransactionEvent" ->
          switch (payload.path("eventType").asText()) {
            case "Started" -> "StartTransaction";
            case "Ended" -> "StopTransaction";
            default -> payload.has("meterValue") ? "MeterValues" : action;
          };
      default -> action;
    };
  }

  /** Names of the fields that both ends have. */
  static Map<String, String> names(String operation, String what) {
    return what.equals("request")
        ? REQUESTS.getOrDefault(operation, Map.of())
        : ANSWERS.getOrDefault(operation, STATUS);
  }

  /** What a word of SOAP may be in 2.0.1. */
  static Set<String> words(String operation, String word) {
    return WORDS.getOrDefault(operation, Map.of()).getOrDefault(word, Set.of());
  }

  /** Whether a command has to reach a charger of a version: what a bridge cannot know by itself. */
  static boolean reaches(SoapVersion version, String operation) {
    Set<String> bridge = Set.of("ChangeConfiguration", "GetConfiguration", "TriggerMessage");
    return !bridge.contains(operation)
        && Contract.load("soap-" + version.label()).actions(Side.Cp).contains(operation);
  }
}
