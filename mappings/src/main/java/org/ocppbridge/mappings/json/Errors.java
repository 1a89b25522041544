package org.ocppbridge.mappings.json;

import java.util.Map;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.CsmsAnswer;

/**
 * Faults as CALLERRORs.
 *
 * @param codes how a protocol version spells what a CALL can be wrong in
 */
public record Errors(Map<Violation, String> codes) {

  /** Longest description (OCPP-J 1.6 §4.2.3, 2.0.1 part 4 §4.2.3). */
  private static final int DESCRIPTION_MAX = 255;

  /** The CALLERROR for a fault. */
  public CsmsAnswer.Error of(BridgeFault fault) {
    return new CsmsAnswer.Error(code(fault), description(fault));
  }

  private String code(BridgeFault fault) {
    return switch (fault) {
      case BridgeFault.InvalidCall invalid -> codes.get(invalid.violation());
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
    return Limits.fits(text, DESCRIPTION_MAX)
        ? text
        : text.substring(0, text.offsetByCodePoints(0, DESCRIPTION_MAX));
  }
}
