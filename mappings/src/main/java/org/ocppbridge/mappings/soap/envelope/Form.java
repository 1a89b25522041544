package org.ocppbridge.mappings.soap.envelope;

import java.util.Optional;

/**
 * How a peer writes SOAP; it is answered in the same form.
 *
 * @param soap11 whether the envelope was SOAP 1.1; else 1.2
 * @param service the body element's namespace as it was written, perhaps without its last slash;
 *     empty if not known
 * @param addressing the WS-Addressing namespace of its headers; empty if it sent none
 */
public record Form(boolean soap11, Optional<String> service, Optional<String> addressing) {

  public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  public static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

  /** For an answer to something that could not be read: SOAP 1.2 without WS-Addressing. */
  public static final Form UNKNOWN = new Form(false, Optional.empty(), Optional.empty());

  /** Namespace of the envelope. */
  public String envelope() {
    return soap11 ? SOAP_11 : SOAP_12;
  }

  /** Content-Type of a message in this form. */
  public String contentType() {
    return (soap11 ? "text/xml" : "application/soap+xml") + "; charset=utf-8";
  }
}
