package org.ocppbridge.mappings.soap.envelope;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ocppbridge.mappings.SoapVersion;

/**
 * Writes SOAP envelopes: UTF-8 with an XML declaration (OCPP-S 1.6 §3.1), in the form it is told.
 * Characters that XML cannot carry become U+FFFD.
 */
public final class EnvelopeWriter {

  private static final String SOAP = "soap";
  private static final String WSA = "wsa";
  private static final String OCPP = "ocpp";
  private static final XMLOutputFactory FACTORY = factory();

  private EnvelopeWriter() {}

  private static XMLOutputFactory factory() {
    XMLOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler('\ufffd'));
    return factory;
  }

  /** A writer of UTF-8 with the properties described above. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    // Given the stream itself, Woodstox makes a buffer of 4,000 bytes for each document.
    return FACTORY.createXMLStreamWriter(new Utf8Writer(out));
  }

  /**
   * The WS-Addressing headers of an answer: none if the request had none.
   *
   * @param request what is answered
   * @param action for example {@code /HeartbeatResponse} (OCPP-S 1.6 §3.4)
   * @param messageId the answer's own id
   */
  public static List<Element> answerHeaders(Envelope request, String action, String messageId) {
    return request
        .form()
        .addressing()
        .map(space -> headers(space, request.messageId(), action, messageId))
        .orElse(List.of());
  }

  private static List<Element> headers(
      String space, Optional<String> relatesTo, String action, String messageId) {
    List<Element> headers = new ArrayList<>();
    headers.add(Element.leaf(space, "Action", action));
    headers.add(Element.leaf(space, "MessageID", messageId));
    headers.add(Element.leaf(space, "To", Addressing.anonymous(space)));
    relatesTo.ifPresent(id -> headers.add(Element.leaf(space, "RelatesTo", id)));
    return headers;
  }

  /** Writes everything before the content of the body. */
  public static void begin(XMLStreamWriter out, Form form, List<Element> headers)
      throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement(SOAP, "Envelope", form.envelope());
    out.writeNamespace(SOAP, form.envelope());
    if (!headers.isEmpty()) {
      out.writeStartElement(SOAP, "Header", form.envelope());
      for (Element header : headers) {
        write(out, header, prefix(header.namespace()));
      }
      out.writeEndElement();
    }
    out.writeStartElement(SOAP, "Body", form.envelope());
  }

  /** Writes everything after the content of the body, and flushes. */
  public static void end(XMLStreamWriter out) throws XMLStreamException {
    out.writeEndDocument();
    out.flush();
  }

  private static String prefix(String namespace) {
    return namespace.contains("/addressing") ? WSA : OCPP;
  }

  /** Writes an element and all inside it with one prefix. */
  private static void write(XMLStreamWriter out, Element element, String prefix)
      throws XMLStreamException {
    out.writeStartElement(prefix, element.name(), element.namespace());
    out.writeNamespace(prefix, element.namespace());
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      out.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    out.writeCharacters(element.text());
    for (Element child : element.children()) {
      write(out, child, prefix);
    }
    out.writeEndElement();
  }

  /**
   * A whole envelope around one body element, for example a message that a test or a simulated
   * charger sends.
   */
  public static byte[] message(Form form, List<Element> headers, Element body) {
    return bytes(
        out -> {
          begin(out, form, headers);
          write(out, body, OCPP);
        });
  }

  /**
   * A whole envelope with a fault.
   *
   * @param form as the request's
   * @param relatesTo the request's MessageID
   * @param messageId the answer's own id
   */
  public static byte[] fault(
      Form form, Optional<String> relatesTo, String messageId, FaultCode code, String reason) {
    List<Element> headers =
        form.addressing()
            .map(space -> headers(space, relatesTo, Addressing.faultAction(space), messageId))
            .orElse(List.of());
    return bytes(
        out -> {
          begin(out, form, headers);
          out.writeStartElement(SOAP, "Fault", form.envelope());
          if (form.soap11()) {
            fault11(out, code, reason);
          } else {
            fault12(out, form, code, reason);
          }
          out.writeEndElement();
        });
  }

  /**
   * OCPP's sub-code goes behind a dot, which is 1.1's way to be more specific (SOAP 1.1 §4.4.1).
   */
  private static void fault11(XMLStreamWriter out, FaultCode code, String reason)
      throws XMLStreamException {
    leaf(
        out,
        "faultcode",
        SOAP + ":" + (code.sender() ? "Client" : "Server") + "." + code.subcode());
    leaf(out, "faultstring", reason);
  }

  private static void leaf(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement("", name, "");
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private static void fault12(XMLStreamWriter out, Form form, FaultCode code, String reason)
      throws XMLStreamException {
    String soap = form.envelope();
    String service = form.service().orElse(SoapVersion.V16.centralSystemNamespace());
    out.writeStartElement(SOAP, "Code", soap);
    out.writeStartElement(SOAP, "Value", soap);
    out.writeCharacters(SOAP + ":" + (code.sender() ? "Sender" : "Receiver"));
    out.writeEndElement();
    out.writeStartElement(SOAP, "Subcode", soap);
    out.writeStartElement(SOAP, "Value", soap);
    out.writeNamespace(OCPP, service);
    out.writeCharacters(OCPP + ":" + code.subcode());
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
    out.writeStartElement(SOAP, "Reason", soap);
    out.writeStartElement(SOAP, "Text", soap);
    out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
    out.writeCharacters(reason);
    out.writeEndElement();
    out.writeEndElement();
  }

  private interface Part {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  private static byte[] bytes(Part part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try {
      XMLStreamWriter out = writer(bytes);
      part.write(out);
      end(out);
      out.close();
      return bytes.toByteArray();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("could not write to memory", impossible);
    }
  }
}
