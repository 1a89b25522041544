package org.ocppbridge.adapter.soap.out;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ocppbridge.adapter.soap.ChargerLink.Endpoint;
import org.ocppbridge.mappings.model.Operation;

/**
 * One command on its way to one charger.
 *
 * @param messageId WS-Addressing MessageID, never used before
 * @param from where the bridge itself is called, for the From header (OCPP-S 1.6 §3.7)
 * @param soapAction whether a SOAPAction header is sent with SOAP 1.2 as well; with 1.1 it always
 *     is
 */
record Command(
    Endpoint endpoint, Operation<?, ?> operation, String messageId, URI from, boolean soapAction) {

  /** WS-Addressing Action (OCPP-S 1.6 §3.4). */
  String action() {
    return "/" + operation.name();
  }

  HttpPost post(byte[] envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Type",
        endpoint.soap11()
            ? "text/xml; charset=utf-8"
            : "application/soap+xml; charset=utf-8; action=\"" + action() + "\"");
    if (endpoint.soap11() || soapAction) {
      headers.put("SOAPAction", '"' + action() + '"');
    }
    return new HttpPost(
        endpoint.address(),
        headers,
        envelope,
        endpoint.closeConnection(),
        endpoint.connect(),
        endpoint.total());
  }

  /** For people: who and where, without the password that an address may hold. */
  String charger() {
    URI address = endpoint.address();
    String shown =
        address.getScheme()
            + "://"
            + address.getRawAuthority().replaceFirst(".*@", "")
            + address.getRawPath();
    return "charger " + endpoint.id() + " at " + shown;
  }
}
