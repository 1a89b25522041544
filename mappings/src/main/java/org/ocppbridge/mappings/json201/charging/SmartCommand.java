package org.ocppbridge.mappings.json201.charging;

import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.Operation;

/** Commands of smart charging, which 1.2 and 1.5 do not have at all: CALLERROR NotSupported. */
final class SmartCommand {

  private SmartCommand() {}

  /**
   * A command.
   *
   * @param no the status that says that nothing was done
   */
  static <Q, A> Command201<Q, A> of(Operation<Q, A> operation, String no) {
    return new Command201<>(
        operation,
        Answer201.notSupported("the charger has no " + operation),
        (fault, view) -> Answer201.status(no, Reason.INTERNAL_ERROR, fault.getMessage()));
  }
}
