package org.ocppbridge.mappings.json16;

import java.util.EnumMap;
import java.util.Map;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.CsmsAnswer;

/**
 * Faults as CALLERRORs, in the spelling of OCPP-J 1.6 §4.2.3, which has its own mistakes (errata
 * 5.1 and 5.2).
 */
final class Errors16 {

  /** Longest description (OCPP-J 1.6 §4.2.3). */
  private static final int DESCRIPTION_MAX = 255;

  private static final Map<Violation, String> CODES =
      new EnumMap<>(
          Map.of(
              Violation.NOT_IMPLEMENTED, "NotImplemented",
              Violation.NOT_SUPPORTED, "NotSupported",
              Violation.PROTOCOL, "ProtocolError",
              Violation.FORMATION, "FormationViolation",
              Violation.PROPERTY_CONSTRAINT, "PropertyConstraintViolation",
              Violation.OCCURRENCE_CONSTRAINT, "OccurenceConstraintViolation",
              Violation.TYPE_CONSTRAINT, "TypeConstraintViolation",
              Violation.SECURITY, "SecurityError"));

  private Errors16() {}

  static CsmsAnswer.Error of(BridgeFault fault) {
    return new CsmsAnswer.Error(code(fault), description(fault));
  }

  private static String code(BridgeFault fault) {
    return switch (fault) {
      case BridgeFault.InvalidCall invalid -> CODES.get(invalid.violation());
      case BridgeFault.NotSupported ignored -> "NotSupported";
      case BridgeFault.UnknownCharger ignored -> "SecurityError";
      case BridgeFault.ProtocolError ignored -> "ProtocolError";
      case BridgeFault.ChargerFailed failed when failed.why() == Why.NOT_SUPPORTED ->
          "NotSupported";
      case BridgeFault.ChargerFailed ignored -> "InternalError";
      case BridgeFault.Undecided ignored -> "InternalError";
      case BridgeFault.NotStored ignored -> "InternalError";
      case BridgeFault.Overloaded ignored -> "InternalError";
    };
  }

  private static String description(BridgeFault fault) {
    String text = fault.getMessage() == null ? "" : fault.getMessage();
    return Limits16.fits(text, DESCRIPTION_MAX)
        ? text
        : text.substring(0, text.offsetByCodePoints(0, DESCRIPTION_MAX));
  }
}
