package org.ocppbridge.adapter.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.SoapVersion;

/** What a 2.0.1 CSMS asks a charger in the demo. */
final class CsmsScript201 {
  private static final String TIME_OUT =
      "\"component\":{\"name\":\"TxCtrlr\"},\"variable\":{\"name\":\"EVConnectionTimeOut\"}";
  private static final String THRESHOLD =
      "\"component\":{\"name\":\"OCPPCommCtrlr\"},\"variable\":{\"name\":\"OfflineThreshold\"}";
  private static final String SCHEDULE =
      "\"chargingSchedule\":[{\"id\":1,\"duration\":3600,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":"
          + "[{\"startPeriod\":0,\"limit\":16.0,\"numberPhases\":3},{\"startPeriod\":1800,\"limit\":8.5}]}]";
  private static final String EVSE_2 = "\"evse\":{\"id\":2,\"connectorId\":1}";

  private CsmsScript201() {}

  /** The commands for a version, in order. */
  static List<Ask> of(SoapVersion version) {
    boolean v16 = version == SoapVersion.V16;
    List<Ask> asks = new ArrayList<>(variables());
    if (version != SoapVersion.V12) {
      asks.addAll(lists());
    }
    asks.addAll(availability(v16));
    if (v16) {
      asks.addAll(profiles());
    }
    asks.addAll(transaction(v16));
    asks.addAll(maintenance(v16));
    return asks;
  }

  private static List<Ask> variables() {
    return List.of(
        Ask.bare(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\"90\"," + TIME_OUT + "}]}",
            Map.of("/setVariableResult/0/attributeStatus", "Accepted")),
        Ask.bare(
            "GetVariables",
            "{\"getVariableData\":[{" + TIME_OUT + "}]}",
            Map.of(
                "/getVariableResult/0/attributeStatus",
                "Accepted",
                "/getVariableResult/0/attributeValue",
                "90")),
        Ask.bare(
            "SetVariables",
            "{\"setVariableData\":[{\"attributeValue\":\"120\"," + THRESHOLD + "}]}",
            Map.of("/setVariableResult/0/attributeStatus", "Accepted")),
        Ask.of(
            "GetBaseReport",
            "{\"requestId\":1,\"reportBase\":\"FullInventory\"}",
            "Accepted",
            Pairing.SAID + "NotifyReport"),
        Ask.of("ClearCache", "{}", "Accepted"));
  }

  private static List<Ask> lists() {
    return List.of(
        Ask.of(
            "SendLocalList",
            "{\"versionNumber\":7,\"updateType\":\"Full\",\"localAuthorizationList\":["
                + "{\"idToken\":{\"idToken\":\"TAG-1\",\"type\":\"ISO14443\"},\"idTokenInfo\":{\"status\":\"Accepted\",\"cacheExpiryDateTime\":\"LATER\"}},"
                + "{\"idToken\":{\"idToken\":\"TAG-2\",\"type\":\"ISO14443\"},\"idTokenInfo\":{\"status\":\"Blocked\"}}]}",
            "Accepted"),
        Ask.bare("GetLocalListVersion", "{}", Map.of("versionNumber", "7")),
        Ask.of(
            "DataTransfer",
            "{\"vendorId\":\"org.ocppbridge\",\"messageId\":\"echo\",\"data\":\"tariff < 0.30 & \\\"green\\\"\"}",
            "Accepted"),
        Ask.of(
            "ReserveNow",
            "{\"id\":42,\"evseId\":1,\"expiryDateTime\":\"LATER\",\"idToken\":{\"idToken\":\"TAG-3\",\"type\":\"ISO14443\"},"
                + "\"groupIdToken\":{\"idToken\":\"GROUP-1\",\"type\":\"Central\"}}",
            "Accepted",
            "StatusNotification"),
        Ask.of("CancelReservation", "{\"reservationId\":42}", "Accepted", "StatusNotification"));
  }

  private static List<Ask> availability(boolean v16) {
    String[] triggered =
        v16
            ? new String[] {"StatusNotification", Pairing.SAID + "StatusNotification"}
            : new String[] {Pairing.SAID + "StatusNotification"};
    return List.of(
        Ask.of(
            "ChangeAvailability",
            "{\"operationalStatus\":\"Inoperative\"," + EVSE_2 + "}",
            "Accepted",
            "StatusNotification"),
        Ask.of(
            "ChangeAvailability",
            "{\"operationalStatus\":\"Operative\"," + EVSE_2 + "}",
            "Accepted",
            "StatusNotification"),
        Ask.of(
            "TriggerMessage",
            "{\"requestedMessage\":\"StatusNotification\"," + EVSE_2 + "}",
            "Accepted",
            triggered));
  }

  private static List<Ask> profiles() {
    return List.of(
        Ask.of(
            "SetChargingProfile",
            "{\"evseId\":1,\"chargingProfile\":{\"id\":11,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\","
                + "\"chargingProfileKind\":\"Relative\",\"validTo\":\"LATER\","
                + SCHEDULE
                + "}}",
            "Accepted"),
        Ask.of(
            "GetCompositeSchedule",
            "{\"evseId\":1,\"duration\":3600,\"chargingRateUnit\":\"A\"}",
            "Accepted"),
        Ask.of(
            "GetChargingProfiles",
            "{\"requestId\":2,\"evseId\":1,\"chargingProfile\":{\"chargingProfileId\":[11]}}",
            "Accepted",
            Pairing.SAID + "ReportChargingProfiles"),
        Ask.of("ClearChargingProfile", "{\"chargingProfileId\":11}", "Accepted"));
  }

  private static List<Ask> transaction(boolean v16) {
    List<Ask> asks = new ArrayList<>();
    asks.add(
        Ask.of(
            "RequestStartTransaction",
            "{\"evseId\":1,\"remoteStartId\":77,\"idToken\":{\"idToken\":\"TAG-2\",\"type\":\"ISO14443\"}}",
            "Accepted",
            "StatusNotification",
            "Authorize",
            "StartTransaction",
            "StatusNotification"));
    asks.add(
        Ask.bare(
            "GetTransactionStatus",
            "{\"transactionId\":\"TX\"}",
            Map.of("ongoingIndicator", "true")));
    asks.add(
        Ask.of(
            "UnlockConnector", "{\"evseId\":1,\"connectorId\":1}", "OngoingAuthorizedTransaction"));
    if (v16) {
      asks.add(
          Ask.of(
              "SetChargingProfile",
              "{\"evseId\":1,\"chargingProfile\":{\"id\":12,\"transactionId\":\"TX\",\"stackLevel\":1,"
                  + "\"chargingProfilePurpose\":\"TxProfile\",\"chargingProfileKind\":\"Relative\","
                  + SCHEDULE
                  + "}}",
              "Accepted"));
      asks.add(
          Ask.of(
              "TriggerMessage",
              "{\"requestedMessage\":\"MeterValues\",\"evse\":{\"id\":1}}",
              "Accepted",
              "MeterValues"));
    }
    asks.add(
        Ask.of(
            "RequestStopTransaction",
            "{\"transactionId\":\"TX\"}",
            "Accepted",
            "StopTransaction",
            "StatusNotification",
            "StatusNotification"));
    asks.add(Ask.of("UnlockConnector", "{\"evseId\":1,\"connectorId\":1}", "Unlocked"));
    return asks;
  }

  private static List<Ask> maintenance(boolean v16) {
    // 1.6 has words for what goes on between.
    String[] statuses = new String[v16 ? 4 : 2];
    Arrays.fill(statuses, "FirmwareStatusNotification");
    return List.of(
        Ask.of(
            "GetLog",
            "{\"requestId\":3,\"logType\":\"DiagnosticsLog\",\"log\":{\"remoteLocation\":\"ftp://files.example/diagnostics\"},\"retries\":2}",
            "Accepted",
            "DiagnosticsStatusNotification",
            Pairing.SAID + "LogStatusNotification"),
        Ask.of(
            "UpdateFirmware",
            "{\"requestId\":4,\"firmware\":{\"location\":\"ftp://files.example/firmware.bin\",\"retrieveDateTime\":\"LATER\"}}",
            "Accepted",
            statuses),
        Ask.of(
            "Reset",
            "{\"type\":\"OnIdle\"}",
            "Accepted",
            "BootNotification",
            "StatusNotification",
            "StatusNotification",
            "StatusNotification"));
  }
}
