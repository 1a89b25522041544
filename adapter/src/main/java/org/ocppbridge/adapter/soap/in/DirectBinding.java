package org.ocppbridge.adapter.soap.in;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Contract.Side;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;

/**
 * Binds what chargers ask all day without CXF's chain of interceptors: with the context, the
 * generated types, the table and the invoker of the CXF endpoint, so that the answer is the same
 * byte for byte. All other operations go through the chain.
 */
final class DirectBinding {

  /** Operations that make nearly all of the traffic. */
  private static final Set<Operation<?, ?>> HOT =
      Set.of(
          Heartbeat.FROM_CHARGER,
          StatusNotification.FROM_CHARGER,
          Authorize.FROM_CHARGER,
          StartTransaction.FROM_CHARGER,
          MeterValues.FROM_CHARGER,
          StopTransaction.FROM_CHARGER);

  private final SoapVersion version;
  private final OperationInvoker invoker;
  private final Map<String, Shape> shapes;
  private final Spares<Unmarshaller> readers;
  private final Spares<Marshaller> writers;

  /** The generated types of an operation, and the element of its answer. */
  private record Shape(Class<?> request, Class<?> answer, QName answerElement) {}

  /**
   * @param context knows the types of the version
   */
  DirectBinding(SoapVersion version, JAXBContext context, OperationInvoker invoker) {
    this.version = version;
    this.invoker = invoker;
    SoapDialect dialect = SoapDialect.of(version);
    this.shapes =
        HOT.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SoapDialect::requestElement,
                    operation ->
                        new Shape(
                            dialect.requestType(operation),
                            dialect.answerType(operation),
                            new QName(
                                version.centralSystemNamespace(),
                                SoapDialect.answerElement(operation)))));
    this.readers = new Spares<>(() -> reader(context));
    this.writers = new Spares<>(() -> writer(context));
  }

  /** As CXF's: what does not fit the type is an error, where JAXB alone would pass over it. */
  private static Unmarshaller reader(JAXBContext context) throws JAXBException {
    Unmarshaller reader = context.createUnmarshaller();
    reader.setEventHandler(event -> false);
    return reader;
  }

  private static Marshaller writer(JAXBContext context) throws JAXBException {
    Marshaller writer = context.createMarshaller();
    writer.setProperty(Marshaller.JAXB_FRAGMENT, true);
    return writer;
  }

  /** Answers a request, if it is one of those it knows; otherwise nothing is done. */
  boolean answered(Content.Payload payload, CxfExchange request) {
    Optional<Shape> shape =
        Optional.of(payload.message())
            .filter(message -> message.contract().side() == Side.CS)
            .filter(message -> message.contract().version() == version)
            .map(message -> shapes.get(message.element()));
    shape.ifPresent(known -> answer(known, payload, request));
    return shape.isPresent();
  }

  private void answer(Shape shape, Content.Payload payload, CxfExchange request) {
    try {
      ElementStreamReader body = new ElementStreamReader(payload.body());
      Object question = readers.with(r -> r.unmarshal(body, shape.request()).getValue());
      Object answer = invoker.answer(question, request);
      write(shape, answer, request);
    } catch (JAXBException | XMLStreamException unbound) {
      throw new IllegalStateException(unbound);
    }
  }

  private void write(Shape shape, Object answer, CxfExchange request)
      throws JAXBException, XMLStreamException {
    XMLStreamWriter out = NamespaceForm.of(request, EnvelopeWriter.writer(request.answer()));
    EnvelopeWriter.begin(out, request.envelope().form(), request.headers());
    writers.with(
        writer -> {
          writer.marshal(element(shape, answer), out);
          return writer;
        });
    EnvelopeWriter.end(out);
    out.close();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the answer is of the shape's type
  private static JAXBElement<?> element(Shape shape, Object answer) {
    return new JAXBElement(shape.answerElement(), shape.answer(), answer);
  }
}
