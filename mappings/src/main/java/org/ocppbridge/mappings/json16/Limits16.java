package org.ocppbridge.mappings.json16;

import static java.util.Map.entry;

import java.util.Map;
import org.ocppbridge.mappings.json.Limits;

/** The longest texts that 1.6J allows (OCPP-J 1.6 schemas). */
final class Limits16 {

  static final int ID_TAG = 20;
  static final int VENDOR_ID = 255;
  static final int MESSAGE_ID = 50;
  static final int KEY = 50;
  static final int VALUE = 500;

  static final Limits TABLE =
      new Limits(
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
              // A value that is too long is answered, not a fault: see ChangeConfiguration16.
              entry("ChangeConfiguration", Map.of("key", KEY)),
              entry("DataTransfer", Map.of("vendorId", VENDOR_ID, "messageId", MESSAGE_ID)),
              entry("GetConfiguration", Map.of("key", KEY)),
              entry(
                  "GetConfigurationResponse",
                  Map.of(
                      "configurationKey.key",
                      KEY,
                      "configurationKey.value",
                      VALUE,
                      "unknownKey",
                      KEY)),
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
              entry(
                  "StatusNotification", Map.of("info", 50, "vendorId", 255, "vendorErrorCode", 50)),
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
                      "firmware.signature", 800))));

  private Limits16() {}
}
