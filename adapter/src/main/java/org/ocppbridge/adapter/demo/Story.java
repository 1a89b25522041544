package org.ocppbridge.adapter.demo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.ocppbridge.adapter.simulate.Exchange;
import org.ocppbridge.adapter.witness.Xml;

/**
 * One thing that happened, as both ends of the bridge saw it.
 *
 * @param charger identity of the charger
 * @param fromCharger whether the charger asked; else the CSMS did
 * @param operation what was asked
 * @param soap the charger's side
 * @param json the CSMS's side
 * @param repeated whether the same had been forwarded for this charger before
 */
record Story(
    String charger,
    boolean fromCharger,
    String operation,
    Optional<Exchange> soap,
    Optional<JsonCall> json,
    boolean repeated) {

  boolean complete() {
    return soap.isPresent() && json.flatMap(JsonCall::answer).isPresent();
  }

  /** Whether the bridge told the CSMS something on behalf of the charger. */
  boolean saidByTheBridge() {
    return fromCharger && soap.isEmpty() && json.isPresent();
  }

  /** Whether the CSMS has its answer although the charger was never asked. */
  boolean answeredByTheBridge() {
    return !fromCharger && soap.isEmpty() && json.flatMap(JsonCall::answer).isPresent();
  }

  /** What is in the body of an envelope that was read before. */
  static Xml body(String envelope) {
    try {
      return Xml.parse(envelope.getBytes(StandardCharsets.UTF_8))
          .child("Body")
          .orElseThrow()
          .children()
          .getFirst();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("an envelope that was read before cannot be read", e);
    }
  }

  Story with(Exchange exchange) {
    return new Story(charger, fromCharger, operation, Optional.of(exchange), json, repeated);
  }

  Story with(JsonCall call) {
    return new Story(charger, fromCharger, operation, soap, Optional.of(call), repeated);
  }
}
