package org.ocppbridge.mappings.model;

/**
 * An OCPP operation: its name on the wire, who asks, and the types of request and answer. Tying the
 * two types together means that a wrong pairing does not compile.
 *
 * @param name the operation's name, as in the 1.6J action and in the SOAP action without its slash
 * @param asker who sends the request
 * @param request type of the request
 * @param answer type of the answer
 */
public record Operation<Q, A>(String name, Asker asker, Class<Q> request, Class<A> answer) {

  /** Who sends the request of an operation. */
  public enum Asker {
    /** The charger asks, the CSMS answers. */
    CHARGER,
    /** The CSMS asks, the charger answers. */
    CSMS
  }

  @Override
  public String toString() {
    return name;
  }
}
