package org.ocppbridge.adapter.simulate;

import org.ocppbridge.adapter.witness.Xml;

/**
 * A charger's answer to a command.
 *
 * @param response body of the answer
 * @param afterwards what the charger does once the answer has left
 */
record Outcome(Xml response, SimulatedCharger.Deed afterwards) {

  /** A command of one kind. */
  @FunctionalInterface
  interface Command {
    Outcome answer(Xml request);
  }

  static Outcome of(Xml response) {
    return new Outcome(response, () -> {});
  }
}
