package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Limits;
import org.ocppbridge.mappings.json.Times;

/**
 * Security events the bridge can see (2.0.1 A04, appendix "security events"). Critical ones are
 * delivered for sure (A04.FR.02), in the order of the transaction messages.
 */
public enum SecurityEvent {
  FIRMWARE_UPDATED("FirmwareUpdated", true),
  STARTUP_OF_THE_DEVICE("StartupOfTheDevice", true),
  RESET_OR_REBOOT("ResetOrReboot", true),
  RECONFIGURATION_OF_SECURITY_PARAMETERS("ReconfigurationOfSecurityParameters", false),
  INVALID_MESSAGES("InvalidMessages", false),
  INVALID_FIRMWARE_SIGNATURE("InvalidFirmwareSignature", false),
  INVALID_FIRMWARE_SIGNING_CERTIFICATE("InvalidFirmwareSigningCertificate", false),
  FAILED_TO_AUTHENTICATE_AT_CSMS("FailedToAuthenticateAtCsms", false),
  INVALID_CSMS_CERTIFICATE("InvalidCsmsCertificate", false),
  INVALID_CHARGING_STATION_CERTIFICATE("InvalidChargingStationCertificate", false),
  INVALID_TLS_VERSION("InvalidTLSVersion", false),
  INVALID_TLS_CIPHER_SUITE("InvalidTLSCipherSuite", false);

  private static final String ACTION = "SecurityEventNotification";
  private static final int TECH_INFO = 255;

  private final String type;
  private final boolean critical;

  SecurityEvent(String type, boolean critical) {
    this.type = type;
    this.critical = critical;
  }

  /**
   * The message that tells of it.
   *
   * @param techInfo for people; cut at 255 characters; empty for none
   */
  public Message message(String techInfo, ChargerView view) {
    ObjectNode payload = Json.object().put("type", type).put("timestamp", Times.write(view.now()));
    if (!techInfo.isBlank()) {
      payload.put(
          "techInfo",
          Limits.fits(techInfo, TECH_INFO)
              ? techInfo
              : techInfo.substring(0, techInfo.offsetByCodePoints(0, TECH_INFO)));
    }
    return critical
        ? new Message(ACTION, payload, Delivery.TRANSACTION, "", Optional.empty())
        : Message.bounded(ACTION, payload, "security");
  }
}
