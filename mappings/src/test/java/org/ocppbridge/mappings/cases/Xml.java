package org.ocppbridge.mappings.cases;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.Form;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML of the cases. An element may use the prefixes {@code cs} and {@code cp} for the namespaces of
 * its version without declaring them.
 */
final class Xml {

  private static final Map<Class<?>, JAXBContext> CONTEXTS = new ConcurrentHashMap<>();

  private Xml() {}

  /** Parses one element of a version. */
  static Element element(String text, SoapVersion version) {
    Element around =
        document("<case" + prefixes(version) + ">" + text + "</case>").getDocumentElement();
    return Lines.children(around).getFirst();
  }

  /** An envelope as it stands, or the usual one around a body element. */
  static byte[] envelope(String text, SoapVersion version) {
    boolean whole = text.contains("Envelope");
    String envelope =
        whole
            ? text
            : "<s:Envelope xmlns:s=\"%s\"%s><s:Header><cs:chargeBoxIdentity>CP-1</cs:chargeBoxIdentity></s:Header><s:Body>%s</s:Body></s:Envelope>"
                .formatted(Form.SOAP_12, prefixes(version), text);
    return envelope.getBytes(StandardCharsets.UTF_8);
  }

  private static String prefixes(SoapVersion version) {
    return " xmlns:cs=\"%s\" xmlns:cp=\"%s\""
        .formatted(version.centralSystemNamespace(), version.chargePointNamespace());
  }

  private static Document document(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException("no XML: " + text, e);
    }
  }

  /** Binds a normalised body. */
  static <T> T bind(org.ocppbridge.mappings.soap.envelope.Element body, Class<T> type) {
    try {
      return context(type)
          .createUnmarshaller()
          .unmarshal(new ElementStreamReader(body), type)
          .getValue();
    } catch (JAXBException e) {
      throw new IllegalStateException("could not bind " + body.name(), e);
    }
  }

  /** Writes a generated value as an element. */
  static <T> Element write(T generated, Class<T> type, String namespace, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document = factory.newDocumentBuilder().newDocument();
      var element = new JAXBElement<>(new QName(namespace, name), type, generated);
      context(type).createMarshaller().marshal(element, document);
      return document.getDocumentElement();
    } catch (JAXBException | ParserConfigurationException e) {
      throw new IllegalStateException("could not write " + name, e);
    }
  }

  private static JAXBContext context(Class<?> type) {
    return CONTEXTS.computeIfAbsent(
        type,
        key -> {
          try {
            return JAXBContext.newInstance(key);
          } catch (JAXBException e) {
            throw new IllegalStateException("no binding for " + key, e);
          }
        });
  }
}
