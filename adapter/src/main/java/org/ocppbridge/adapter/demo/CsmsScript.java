package org.ocppbridge.adapter.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.mappings.SoapVersion;

/**
 * What the CSMS asks a charger in the demo: every command of the charger's version at least once.
 */
final class CsmsScript {
  private static final String PERIODS =
      "\"chargingSchedule\":{\"duration\":3600,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":"
          + "[{\"startPeriod\":0,\"limit\":16.0,\"numberPhases\":3},{\"startPeriod\":1800,\"limit\":8.5}]}";

  private static final List<Ask> ALL =
      List.of(
          Ask.bare("GetConfiguration", "{\"key\":[\"ConnectionTimeOut\",\"NoSuchKey\"]}", Map.of()),
          Ask.of(
              "ChangeConfiguration",
              "{\"key\":\"ConnectionTimeOut\",\"value\":\"90\"}",
              "Accepted"),
          Ask.of(
              "ChangeConfiguration",
              "{\"key\":\"NumberOfConnectors\",\"value\":\"7\"}",
              "Rejected"),
          Ask.of("ClearCache", "{}", "Accepted"),
          Ask.of(
              "SendLocalList",
              "{\"listVersion\":7,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idTag\":\"TAG-1\",\"idTagInfo\":"
                  + "{\"status\":\"Accepted\",\"expiryDate\":\"LATER\",\"parentIdTag\":\"GROUP-1\"}},{\"idTag\":\"TAG-2\",\"idTagInfo\":"
                  + "{\"status\":\"Blocked\"}}]}",
              "Accepted"),
          Ask.bare("GetLocalListVersion", "{}", Map.of("listVersion", "7")),
          Ask.of(
              "DataTransfer",
              "{\"vendorId\":\"org.ocppbridge\",\"messageId\":\"echo\",\"data\":\"tariff < 0.30 & \\\"green\\\"\"}",
              "Accepted"),
          Ask.of(
              "ReserveNow",
              "{\"connectorId\":1,\"expiryDate\":\"LATER\",\"idTag\":\"TAG-3\",\"parentIdTag\":\"GROUP-1\",\"reservationId\":42}",
              "Accepted",
              "StatusNotification"),
          Ask.of("CancelReservation", "{\"reservationId\":42}", "Accepted", "StatusNotification"),
          Ask.of(
              "ChangeAvailability",
              "{\"connectorId\":2,\"type\":\"Inoperative\"}",
              "Accepted",
              "StatusNotification"),
          Ask.of(
              "ChangeAvailability",
              "{\"connectorId\":2,\"type\":\"Operative\"}",
              "Accepted",
              "StatusNotification"),
          Ask.of(
              "TriggerMessage",
              "{\"requestedMessage\":\"StatusNotification\",\"connectorId\":2}",
              "Accepted",
              "StatusNotification"),
          Ask.of(
              "SetChargingProfile",
              "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":11,\"stackLevel\":0,\"chargingProfilePurpose\":"
                  + "\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\",\"validTo\":\"LATER\","
                  + PERIODS
                  + "}}",
              "Accepted"),
          Ask.of(
              "GetCompositeSchedule",
              "{\"connectorId\":1,\"duration\":3600,\"chargingRateUnit\":\"A\"}",
              "Accepted"),
          Ask.of("ClearChargingProfile", "{\"id\":11}", "Accepted"),
          Ask.of(
              "RemoteStartTransaction",
              "{\"connectorId\":1,\"idTag\":\"TAG-2\"}",
              "Accepted",
              "StatusNotification",
              "Authorize",
              "StartTransaction",
              "StatusNotification"),
          Ask.of(
              "SetChargingProfile",
              "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":12,\"transactionId\":\"TX\",\"stackLevel\":1,"
                  + "\"chargingProfilePurpose\":\"TxProfile\",\"chargingProfileKind\":\"Relative\","
                  + PERIODS
                  + "}}",
              "Accepted"),
          Ask.of(
              "TriggerMessage",
              "{\"requestedMessage\":\"MeterValues\",\"connectorId\":1}",
              "Accepted",
              "MeterValues"),
          Ask.of(
              "RemoteStopTransaction",
              "{\"transactionId\":\"TX\"}",
              "Accepted",
              "StopTransaction",
              "StatusNotification",
              "StatusNotification"),
          Ask.of("UnlockConnector", "{\"connectorId\":1}", "Unlocked"),
          Ask.bare(
              "GetDiagnostics",
              "{\"location\":\"ftp://files.example/diagnostics\",\"retries\":2,\"retryInterval\":30}",
              Map.of("fileName", "diagnostics.log"),
              "DiagnosticsStatusNotification"),
          Ask.bare(
              "UpdateFirmware",
              "{\"location\":\"ftp://files.example/firmware.bin\",\"retrieveDate\":\"LATER\"}",
              Map.of(),
              "FirmwareStatusNotification",
              "FirmwareStatusNotification"),
          Ask.of(
              "Reset",
              "{\"type\":\"Soft\"}",
              "Accepted",
              "BootNotification",
              "StatusNotification",
              "StatusNotification",
              "StatusNotification"));

  private CsmsScript() {}

  /** The commands for a version, in order. */
  static List<Ask> of(SoapVersion version) {
    Set<String> known = Contract.load("soap-" + version.label()).actions(Side.Cp);
    return ALL.stream().filter(ask -> known.contains(ask.action())).toList();
  }
}
