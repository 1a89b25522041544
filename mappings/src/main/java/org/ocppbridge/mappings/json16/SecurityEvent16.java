package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.SecurityLog;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;

/**
 * Security events that the bridge can see (white paper A04 and its table of events). All stand in
 * the security log; a CSMS with the security extension is told them.
 */
enum SecurityEvent16 {
  RECONFIGURATION_OF_SECURITY_PARAMETERS("ReconfigurationOfSecurityParameters"),
  INVALID_CHARGE_POINT_CERTIFICATE("InvalidChargePointCertificate"),
  INVALID_CENTRAL_SYSTEM_CERTIFICATE("InvalidCentralSystemCertificate"),
  FAILED_TO_AUTHENTICATE_AT_CENTRAL_SYSTEM("FailedToAuthenticateAtCentralSystem"),
  INVALID_TLS_VERSION("InvalidTLSVersion"),
  INVALID_TLS_CIPHER_SUITE("InvalidTLSCipherSuite");

  private static final int TECH_INFO = 255;

  private final String type;

  SecurityEvent16(String type) {
    this.type = type;
  }

  /**
   * What notes it and tells of it.
   *
   * @param techInfo for people; cut at 255 characters
   */
  News16 message(String techInfo, ChargerView view) {
    String info = Printable.cut(techInfo, TECH_INFO);
    if (!view.policy().link().securityEvents()) {
      Change logged = new SecurityLog.Logged(new SecurityLog.Entry(view.now(), type, info));
      return new News16(List.of(logged), List.of());
    }
    ObjectNode payload =
        Json.object()
            .put("type", type)
            .put("timestamp", Times.write(view.now()))
            .put("techInfo", info);
    return new News16(
        List.of(), List.of(Message.bounded("SecurityEventNotification", payload, "security")));
  }

  /** The event for a key that was set; none if that changes nothing of the security. */
  static News16 reconfigured(String key, List<Change> changes, ChargerView view) {
    return changes.stream().anyMatch(AccessChange.class::isInstance)
        ? RECONFIGURATION_OF_SECURITY_PARAMETERS.message(key, view)
        : new News16(List.of(), List.of());
  }

  /** The event for what kept the bridge from connecting. */
  static Optional<SecurityEvent16> of(Trouble trouble) {
    return switch (trouble) {
      case CSMS_CERTIFICATE -> Optional.of(INVALID_CENTRAL_SYSTEM_CERTIFICATE);
      case CREDENTIALS -> Optional.of(FAILED_TO_AUTHENTICATE_AT_CENTRAL_SYSTEM);
      case TLS_VERSION -> Optional.of(INVALID_TLS_VERSION);
      case TLS_CIPHER_SUITE -> Optional.of(INVALID_TLS_CIPHER_SUITE);
      case OTHER -> Optional.empty();
    };
  }
}
