package org.ocppbridge.mappings.soap.envelope;

import java.util.List;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;

/** What the body of an envelope holds. */
public sealed interface Content {

  /**
   * A message of a known contract.
   *
   * @param message which one
   * @param body its element in the contract's form: names, namespaces, order and shape are right,
   *     values are as they came
   */
  record Payload(Contract.Message message, Element body) implements Content {

    /** The version whose message it is. */
    public SoapVersion version() {
      return message.contract().version();
    }
  }

  /**
   * A SOAP fault. Codes are local names without prefix; 1.1's {@code Client} and {@code Server} are
   * given as {@code Sender} and {@code Receiver}.
   *
   * @param subcodes 1.2: from the outer to the inner; 1.1: what follows a dot in faultcode
   * @param reason may be empty
   */
  record SoapFault(String code, List<String> subcodes, String reason) implements Content {}

  /** Nothing that this bridge knows; the fault says why. */
  record Unknown(BridgeFault why) implements Content {}
}
