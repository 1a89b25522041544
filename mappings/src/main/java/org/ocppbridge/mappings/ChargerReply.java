package org.ocppbridge.mappings;

/** What came of a command to a charger. */
public sealed interface ChargerReply<A> {

  /** The charger's answer. */
  record Answered<A>(A answer) implements ChargerReply<A> {}

  /** No answer that can be used. */
  record Failed<A>(BridgeFault.ChargerFailed fault) implements ChargerReply<A> {}
}
