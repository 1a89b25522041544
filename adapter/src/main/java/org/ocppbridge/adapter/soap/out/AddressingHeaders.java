package org.ocppbridge.adapter.soap.out;

import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.DOMUtils;
import org.ocppbridge.mappings.soap.envelope.Addressing;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The WS-Addressing headers of a command. CXF's own addressing sends no From, without which strict
 * chargers refuse (FF A18), and faults on what chargers answer.
 */
final class AddressingHeaders {

  private static final String NAMESPACE = Addressing.W3C_2005_08;
  private static final String PREFIX = "wsa";

  private AddressingHeaders() {}

  static List<Header> of(Command command) {
    Document document = DOMUtils.getEmptyDocument();
    return List.of(
        text(document, "To", command.endpoint().address().toASCIIString()),
        text(document, "Action", command.action()),
        text(document, "MessageID", command.messageId()),
        reference(document, "From", command.from().toASCIIString()),
        reference(document, "ReplyTo", Addressing.anonymous(NAMESPACE)));
  }

  private static Header text(Document document, String name, String text) {
    return header(name, element(document, name, text));
  }

  private static Header reference(Document document, String name, String address) {
    Element reference = element(document, name, "");
    reference.appendChild(element(document, "Address", address));
    return header(name, reference);
  }

  private static Element element(Document document, String name, String text) {
    Element element = document.createElementNS(NAMESPACE, PREFIX + ":" + name);
    element.setTextContent(text);
    return element;
  }

  private static Header header(String name, Element element) {
    return new Header(new QName(NAMESPACE, name, PREFIX), element);
  }
}
