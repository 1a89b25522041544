package org.ocppbridge.adapter.simulate;

import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.adapter.witness.XmlCheck;
import org.ocppbridge.mappings.SoapVersion;

/** Writes the bodies of a charger's answers. */
final class Answers {
  private final String namespace;

  Answers(SoapVersion version) {
    this.namespace = version.chargePointNamespace();
  }

  Payload to(String operation) {
    return Payload.of(namespace, XmlCheck.elementName(operation, "Response"));
  }

  /** An answer that is a status only. */
  Xml status(String operation, String status) {
    return to(operation).with("status", status).build();
  }

  Xml accepted(String operation, boolean accepted) {
    return status(operation, accepted ? "Accepted" : "Rejected");
  }
}
