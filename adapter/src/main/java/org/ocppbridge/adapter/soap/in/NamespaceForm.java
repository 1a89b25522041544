package org.ocppbridge.adapter.soap.in;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.DelegatingXMLStreamWriter;

/**
 * Writes the service's namespace as the charger wrote it, for example without its last slash (FF
 * H3).
 */
final class NamespaceForm extends DelegatingXMLStreamWriter {

  private final String contract;
  private final String written;

  private NamespaceForm(XMLStreamWriter out, String contract, String written) {
    super(out);
    this.contract = contract;
    this.written = written;
  }

  static XMLStreamWriter of(CxfExchange request, XMLStreamWriter out) {
    String contract = request.caller().version().centralSystemNamespace();
    String written = request.envelope().form().service().orElse(contract);
    return written.equals(contract) ? out : new NamespaceForm(out, contract, written);
  }

  private String form(String namespace) {
    return contract.equals(namespace) ? written : namespace;
  }

  @Override
  public void writeStartElement(String prefix, String name, String namespace)
      throws XMLStreamException {
    super.writeStartElement(prefix, name, form(namespace));
  }

  @Override
  public void writeStartElement(String namespace, String name) throws XMLStreamException {
    super.writeStartElement(form(namespace), name);
  }

  @Override
  public void writeEmptyElement(String prefix, String name, String namespace)
      throws XMLStreamException {
    super.writeEmptyElement(prefix, name, form(namespace));
  }

  @Override
  public void writeEmptyElement(String namespace, String name) throws XMLStreamException {
    super.writeEmptyElement(form(namespace), name);
  }

  @Override
  public void writeNamespace(String prefix, String namespace) throws XMLStreamException {
    super.writeNamespace(prefix, form(namespace));
  }

  @Override
  public void writeDefaultNamespace(String namespace) throws XMLStreamException {
    super.writeDefaultNamespace(form(namespace));
  }

  @Override
  public void setPrefix(String prefix, String namespace) throws XMLStreamException {
    super.setPrefix(prefix, form(namespace));
  }

  @Override
  public void setDefaultNamespace(String namespace) throws XMLStreamException {
    super.setDefaultNamespace(form(namespace));
  }

  @Override
  public String getPrefix(String namespace) throws XMLStreamException {
    return super.getPrefix(form(namespace));
  }
}
