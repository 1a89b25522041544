package org.ocppbridge.mappings.json201.model;

import java.util.List;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;

/** How many items a call may carry (2.0.1 ItemsPerMessage; the schemas ask for one at least). */
final class Calls {

  static final int GET_ITEMS = 50;
  static final int SET_ITEMS = 8;
  static final int MONITOR_ITEMS = 20;

  private Calls() {}

  /**
   * Checks a list that must be there.
   *
   * @throws InvalidCall OccurrenceConstraintViolation if it is empty or longer than {@code most}
   */
  static void check(String field, List<?> items, int most) {
    if (items.isEmpty() || items.size() > most) {
      throw new InvalidCall(
          Violation.OCCURRENCE_CONSTRAINT,
          field + " has " + items.size() + " items; 1 to " + most + " are allowed");
    }
  }

  /** The same for a list that may be absent. */
  static void checkOptional(String field, List<?> items, int most) {
    if (items != null) {
      check(field, items, most);
    }
  }
}
