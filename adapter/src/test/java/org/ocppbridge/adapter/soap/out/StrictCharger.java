package org.ocppbridge.adapter.soap.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.ocppbridge.mappings.SoapVersion;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a command as a charger that knows nothing but the specification. */
final class StrictCharger {

  private static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String WSA = "http://www.w3.org/2005/08/addressing";

  private StrictCharger() {}

  static void accepts(
      byte[] request,
      SoapVersion version,
      boolean soap11,
      String operation,
      String identity,
      String to,
      String from)
      throws Exception {
    Element envelope = parse(new ByteArrayInputStream(request)).getDocumentElement();
    String soap = soap11 ? SOAP11 : SOAP12;
    assertThat(envelope.getNamespaceURI()).isEqualTo(soap);
    List<Element> parts = children(envelope);
    assertThat(parts).extracting(Element::getLocalName).containsExactly("Header", "Body");
    headers(children(parts.getFirst()), version, operation, identity, to, from);
    List<Element> body = children(parts.getLast());
    assertThat(body).hasSize(1);
    assertThat(body.getFirst().getLocalName()).isEqualToIgnoringCase(operation + "Request");
    schema(version).newValidator().validate(new DOMSource(body.getFirst()));
  }

  private static void headers(
      List<Element> headers,
      SoapVersion version,
      String operation,
      String identity,
      String to,
      String from) {
    assertThat(headers)
        .extracting(Element::getLocalName)
        .containsExactlyInAnyOrder(
            "chargeBoxIdentity", "To", "Action", "MessageID", "From", "ReplyTo");
    for (Element header : headers) {
      assertThat(header.getNamespaceURI())
          .isEqualTo(
              header.getLocalName().equals("chargeBoxIdentity")
                  ? version.chargePointNamespace()
                  : WSA);
      String text = header.getTextContent();
      switch (header.getLocalName()) {
        case "chargeBoxIdentity" -> assertThat(text).isEqualTo(identity);
        case "To" -> assertThat(text).isEqualTo(to);
        case "Action" -> assertThat(text).isEqualTo("/" + operation);
        case "MessageID" -> assertThat(text).startsWith("urn:uuid:");
        case "From" -> assertThat(address(header)).isEqualTo(from);
        default -> assertThat(address(header)).isEqualTo(WSA + "/anonymous");
      }
    }
  }

  private static String address(Element reference) {
    List<Element> children = children(reference);
    assertThat(children).hasSize(1);
    assertThat(children.getFirst().getLocalName()).isEqualTo("Address");
    assertThat(children.getFirst().getNamespaceURI()).isEqualTo(WSA);
    return children.getFirst().getTextContent();
  }

  private static Schema schema(SoapVersion version) throws Exception {
    String wsdl = "/wsdl/ChargePointService-" + version.label() + ".wsdl";
    try (InputStream in = StrictCharger.class.getResourceAsStream(wsdl)) {
      Node schema =
          parse(in).getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema").item(0);
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new DOMSource(schema));
    }
  }

  private static Document parse(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(in);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
