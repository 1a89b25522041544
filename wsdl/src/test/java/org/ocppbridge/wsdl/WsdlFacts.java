package org.ocppbridge.wsdl;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The facts of one of our WSDLs: what is seen on the wire, as one line of text for each fact, by
 * name.
 */
final class WsdlFacts {

  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
  private static final String WSAW = "http://www.w3.org/2006/05/addressing/wsdl";
  private static final String WSP = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  private static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  private static final String XS = "http://www.w3.org/2001/XMLSchema";

  private final Element root;
  private final Map<String, String> elementTypes = new TreeMap<>();
  private final Map<String, String> messageElements = new TreeMap<>();
  private final Map<String, String> facts = new TreeMap<>();

  private WsdlFacts(Document document) {
    this.root = document.getDocumentElement();
  }

  static Map<String, String> of(String file) throws IOException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try (InputStream in = WsdlFacts.class.getResourceAsStream("/wsdl/" + file)) {
      WsdlFacts facts = new WsdlFacts(factory.newDocumentBuilder().parse(in));
      facts.read();
      return facts.facts;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file, e);
    }
  }

  private void read() {
    Element schema = Dom.only(root, XS, "schema");
    Element binding = Dom.only(root, WSDL, "binding");
    Element service = Dom.only(root, WSDL, "service");
    Element port = Dom.only(service, WSDL, "port");
    Element soap = Dom.only(binding, SOAP12, "binding");
    facts.put("targetNamespace", root.getAttribute("targetNamespace"));
    facts.put("schema namespace", schema.getAttribute("targetNamespace"));
    facts.put("elementFormDefault", schema.getAttribute("elementFormDefault"));
    facts.put("portType", Dom.only(root, WSDL, "portType").getAttribute("name"));
    facts.put("binding", binding.getAttribute("name"));
    facts.put("service", service.getAttribute("name"));
    facts.put("port", port.getAttribute("name"));
    facts.put("SOAP 1.2 address", String.valueOf(Dom.all(port, SOAP12, "address").size() == 1));
    facts.put("transport", soap.getAttribute("transport"));
    facts.put("addressing policy attached", String.valueOf(policyAttached(binding)));
    Dom.children(schema, XS, "element")
        .forEach(e -> elementTypes.put(e.getAttribute("name"), local(e.getAttribute("type"))));
    facts.put("identity type", elementTypes.get("chargeBoxIdentity"));
    Dom.all(root, WSDL, "message").forEach(this::message);
    Dom.all(Dom.only(root, WSDL, "portType"), WSDL, "operation").forEach(this::actions);
    Dom.children(binding, WSDL, "operation").forEach(o -> wire(o, soap));
    Dom.children(schema, XS, "simpleType").forEach(this::simpleType);
    Dom.children(schema, XS, "complexType")
        .forEach(t -> facts.put("type " + t.getAttribute("name"), fields(t)));
  }

  private boolean policyAttached(Element binding) {
    String id = Dom.only(binding, WSP, "PolicyReference").getAttribute("URI").substring(1);
    return Dom.all(root, WSP, "Policy").stream()
        .filter(policy -> policy.getAttributeNS(WSU, "Id").equals(id))
        .anyMatch(policy -> !Dom.all(policy, WSAW, "UsingAddressing").isEmpty());
  }

  private void message(Element message) {
    Element part = Dom.only(message, WSDL, "part");
    messageElements.put(message.getAttribute("name"), local(part.getAttribute("element")));
  }

  private void actions(Element operation) {
    String name = "operation " + operation.getAttribute("name");
    Element input = Dom.only(operation, WSDL, "input");
    Element output = Dom.only(operation, WSDL, "output");
    facts.put(name + " action", input.getAttributeNS(WSAW, "Action"));
    facts.put(name + " response action", output.getAttributeNS(WSAW, "Action"));
    facts.put(name + " request", elementOf(input));
    facts.put(name + " response", elementOf(output));
    facts.put(name + " faults", String.valueOf(Dom.all(operation, WSDL, "fault").size()));
  }

  private String elementOf(Element inputOrOutput) {
    String element = messageElements.get(local(inputOrOutput.getAttribute("message")));
    return element + " of " + elementTypes.get(element);
  }

  private void wire(Element operation, Element binding) {
    String name = "operation " + operation.getAttribute("name");
    Element soap = Dom.only(operation, SOAP12, "operation");
    Element input = Dom.only(operation, WSDL, "input");
    Element output = Dom.only(operation, WSDL, "output");
    String style = soap.getAttribute("style");
    facts.put(name + " soapAction", soap.getAttribute("soapAction"));
    facts.put(name + " style", style.isEmpty() ? binding.getAttribute("style") : style);
    facts.put(name + " use", Dom.only(input, SOAP12, "body").getAttribute("use"));
    facts.put(name + " response use", Dom.only(output, SOAP12, "body").getAttribute("use"));
    facts.put(name + " request header", headers(input));
    facts.put(name + " response header", headers(output));
  }

  private String headers(Element inputOrOutput) {
    return Dom.all(inputOrOutput, SOAP12, "header").stream()
        .map(header -> messageElements.get(local(header.getAttribute("message"))))
        .toList()
        .toString();
  }

  private void simpleType(Element type) {
    Element restriction = Dom.only(type, XS, "restriction");
    List<String> words =
        Dom.children(restriction, XS, "enumeration").stream()
            .map(value -> value.getAttribute("value"))
            .toList();
    StringJoiner text = new StringJoiner(" ").add(local(restriction.getAttribute("base")));
    for (String facet : List.of("maxLength", "fractionDigits")) {
      Dom.children(restriction, XS, facet)
          .forEach(f -> text.add(facet + "=" + f.getAttribute("value")));
    }
    String kind = words.isEmpty() ? "simple type " : "enumeration ";
    facts.put(
        kind + type.getAttribute("name"), words.isEmpty() ? text.toString() : text + " " + words);
  }

  private static String fields(Element complexType) {
    StringJoiner fields = new StringJoiner(", ");
    for (Element field : Dom.all(complexType, XS, "element")) {
      fields.add(
          "%s %s..%s %s"
              .formatted(
                  field.getAttribute("name"),
                  or(field.getAttribute("minOccurs"), "1"),
                  or(field.getAttribute("maxOccurs"), "1"),
                  typeOf(field)));
    }
    return fields.toString();
  }

  private static String typeOf(Element field) {
    List<Element> inline = Dom.children(field, XS, "complexType");
    if (inline.isEmpty()) {
      return local(field.getAttribute("type"));
    }
    Element extension = Dom.only(inline.getFirst(), XS, "extension");
    StringJoiner attributes = new StringJoiner(", ", "(", ")");
    for (Element attribute : Dom.children(extension, XS, "attribute")) {
      attributes.add(
          "@%s %s %s"
              .formatted(
                  attribute.getAttribute("name"),
                  or(attribute.getAttribute("use"), "optional"),
                  local(attribute.getAttribute("type"))));
    }
    return local(extension.getAttribute("base")) + attributes;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
