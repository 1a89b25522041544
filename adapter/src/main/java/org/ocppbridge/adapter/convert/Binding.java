package org.ocppbridge.adapter.convert;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;
import org.ocppbridge.mappings.soap.envelope.Form;

/** Binds one body to its generated type and writes one, without an endpoint. */
final class Binding {
  private Binding() {}

  static <T> T bind(Element body, Class<T> type) {
    try {
      return JAXBContext.newInstance(type)
          .createUnmarshaller()
          .unmarshal(new ElementStreamReader(body), type)
          .getValue();
    } catch (JAXBException e) {
      throw new IllegalArgumentException(body.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A whole envelope around a generated value. */
  @SuppressWarnings("unchecked") // an object's class is its own
  static <T> byte[] envelope(Form form, List<Element> headers, QName name, T generated) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer = EnvelopeWriter.writer(out);
      EnvelopeWriter.begin(writer, form, headers);
      Class<T> type = (Class<T>) generated.getClass();
      Marshaller marshaller = JAXBContext.newInstance(type).createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(new JAXBElement<>(name, type, generated), writer);
      EnvelopeWriter.end(writer);
      writer.flush();
    } catch (JAXBException | XMLStreamException e) {
      throw new IllegalStateException(name + " cannot be written", e);
    }
    return out.toByteArray();
  }
}
