package org.ocppbridge.mappings.json201.base;

import java.util.EnumMap;
import java.util.Map;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.json.Errors;

/** The CALLERROR codes in the spelling of 2.0.1 part 4 §4.3. */
public final class Errors201 {

  /** The table. */
  public static final Errors TABLE =
      new Errors(
          new EnumMap<>(
              Map.of(
                  Violation.NOT_IMPLEMENTED, "NotImplemented",
                  Violation.NOT_SUPPORTED, "NotSupported",
                  Violation.PROTOCOL, "ProtocolError",
                  Violation.FORMATION, "FormatViolation",
                  Violation.PROPERTY_CONSTRAINT, "PropertyConstraintViolation",
                  Violation.OCCURRENCE_CONSTRAINT, "OccurrenceConstraintViolation",
                  Violation.TYPE_CONSTRAINT, "TypeConstraintViolation",
                  Violation.SECURITY, "SecurityError")));

  private Errors201() {}
}
