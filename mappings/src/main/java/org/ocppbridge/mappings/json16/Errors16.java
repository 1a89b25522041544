package org.ocppbridge.mappings.json16;

import java.util.EnumMap;
import java.util.Map;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.json.Errors;

/**
 * The CALLERROR codes in the spelling of OCPP-J 1.6 §4.2.3, which has its own mistakes (errata 5.1
 * and 5.2).
 */
final class Errors16 {

  static final Errors TABLE =
      new Errors(
          new EnumMap<>(
              Map.of(
                  Violation.NOT_IMPLEMENTED, "NotImplemented",
                  Violation.NOT_SUPPORTED, "NotSupported",
                  Violation.PROTOCOL, "ProtocolError",
                  Violation.FORMATION, "FormationViolation",
                  Violation.PROPERTY_CONSTRAINT, "PropertyConstraintViolation",
                  Violation.OCCURRENCE_CONSTRAINT, "OccurenceConstraintViolation",
                  Violation.TYPE_CONSTRAINT, "TypeConstraintViolation",
                  Violation.SECURITY, "SecurityError")));

  private Errors16() {}
}
