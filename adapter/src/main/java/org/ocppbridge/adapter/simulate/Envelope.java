package org.ocppbridge.adapter.simulate;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.ocppbridge.adapter.witness.Xml;

/**
 * A SOAP envelope that was received.
 *
 * @param namespace namespace of the envelope, which tells the SOAP version
 * @param header the Header element, empty if there was none
 * @param body the first element in the body
 */
record Envelope(String namespace, Xml header, Xml body) {

  /**
   * Reads one.
   *
   * @throws XMLStreamException if it is not XML, no envelope or has nothing in its body
   */
  static Envelope parse(byte[] document) throws XMLStreamException {
    Xml root = Xml.parse(document);
    if (!root.name().equals("Envelope")) {
      throw new XMLStreamException("a SOAP envelope was expected, not <" + root.name() + ">");
    }
    Xml header = root.child("Header").orElse(Xml.text(root.namespace(), "Header", ""));
    Xml body =
        root.child("Body")
            .flatMap(found -> found.children().stream().findFirst())
            .orElseThrow(() -> new XMLStreamException("nothing in the body of the envelope"));
    return new Envelope(root.namespace(), header, body);
  }

  /** Text of a WS-Addressing header; empty if it is not there. */
  Optional<String> addressing(String name) {
    return header
        .all(name)
        .filter(element -> element.namespace().equals(EnvelopeWriter.ADDRESSING))
        .findFirst()
        .map(element -> element.child("Address").orElse(element).text().strip())
        .filter(text -> !text.isEmpty());
  }

  /**
   * Text of chargeBoxIdentity in this namespace; the name's letter case does not matter (OCPP-S 1.6
   * §3.3).
   */
  Optional<String> identity(String identityNamespace) {
    return header.children().stream()
        .filter(
            element ->
                element.name().equalsIgnoreCase("chargeBoxIdentity")
                    && element.namespace().equals(identityNamespace))
        .findFirst()
        .map(element -> element.text().strip());
  }

  /** Code, subcode and reason of a fault; empty if the body is none. */
  Optional<String> fault() {
    if (!body.name().equals("Fault")) {
      return Optional.empty();
    }
    if (body.child("faultcode").isPresent()) {
      return Optional.of(body.value("faultcode") + ": " + body.value("faultstring"));
    }
    Xml empty = Xml.text("", "", "");
    Xml code = body.child("Code").orElse(empty);
    String subcode = code.child("Subcode").orElse(empty).value("Value");
    String reason = body.child("Reason").orElse(empty).value("Text");
    return Optional.of(
        code.value("Value") + (subcode.isEmpty() ? "" : "/" + subcode) + ": " + reason);
  }
}
