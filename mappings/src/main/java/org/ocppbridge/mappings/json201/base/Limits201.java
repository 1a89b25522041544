package org.ocppbridge.mappings.json201.base;

import static java.util.Map.entry;

import java.util.Map;
import org.ocppbridge.mappings.json.Limits;

/**
 * The longest texts of 2.0.1 (edition 3, part 2), by action; answers have {@code Response} behind
 * the action.
 */
public final class Limits201 {

  /** Most characters of an idToken. */
  public static final int ID_TOKEN = 36;

  /** Most characters of {@code statusInfo.additionalInfo}. */
  public static final int ADDITIONAL_INFO = 512;

  /** The table. */
  public static final Limits TABLE =
      new Limits(
          Map.ofEntries(
              entry(
                  "BootNotification",
                  Map.of(
                      "chargingStation.serialNumber", 25,
                      "chargingStation.model", 20,
                      "chargingStation.vendorName", 50,
                      "chargingStation.firmwareVersion", 50,
                      "chargingStation.modem.iccid", 20,
                      "chargingStation.modem.imsi", 20)),
              entry("DataTransfer", Map.of("vendorId", 255, "messageId", 50)),
              entry("GetLog", Map.of("log.remoteLocation", 512)),
              entry("GetLogResponse", Map.of("filename", 255)),
              entry("NotifyEvent", Map.of("eventData.techCode", 50, "eventData.techInfo", 500)),
              entry(
                  "UpdateFirmware",
                  Map.of(
                      "firmware.location", 512,
                      "firmware.signingCertificate", 5500,
                      "firmware.signature", 800))));

  private Limits201() {}
}
