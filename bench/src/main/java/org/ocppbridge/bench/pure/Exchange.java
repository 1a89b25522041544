package org.ocppbridge.bench.pure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Losses;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * One operation of one version, both ways, of a charger of which nothing is known.
 *
 * @param <Q> its request
 * @param <A> its answer
 */
final class Exchange<Q, A> {
  private static final String MESSAGE_ID = "urn:uuid:5fd1a4fb-55b3-4b3a-90a8-1c9c6d2f4b1e";

  private final EnvelopeReader reader = new EnvelopeReader(Limits.DEFAULT);
  private final Instant now = Instant.now();
  private final SoapDialect soap;
  private final JsonDialect json;
  private final Operation<Q, A> operation;
  private final JAXBContext requests;
  private final JAXBContext answers;
  private final ChargerView view;

  private Exchange(SoapVersion version, Operation<Q, A> operation, JsonDialect json)
      throws JAXBException {
    this.soap = SoapDialect.of(version);
    this.json = json;
    this.operation = operation;
    this.requests = JAXBContext.newInstance(soap.requestType(operation));
    this.answers = JAXBContext.newInstance(soap.answerType(operation));
    ChargerState state = ChargerState.fresh(new ChargerId("BENCH"), version, 0);
    this.view = new ChargerView(state, now, Policy.DEFAULT);
  }

  /** The one of this name. */
  static Exchange<?, ?> of(SoapVersion version, String name, JsonDialect json)
      throws JAXBException {
    Operation<?, ?> operation =
        SoapDialect.of(version).operations().stream()
            .filter(each -> each.asker() == Operation.Asker.CHARGER && each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Exchange<>(version, operation, json);
  }

  /** The envelope as it came. */
  Envelope read(byte[] envelope) {
    return reader.readRequest(envelope, Optional.empty());
  }

  /** What is to be done about it. */
  Step<A> there(Envelope envelope) throws JAXBException {
    Object generated =
        requests
            .createUnmarshaller()
            .unmarshal(
                new ElementStreamReader(envelope.payload().body()), soap.requestType(operation))
            .getValue();
    Q request = soap.request(operation, generated, Reading.utc(now));
    return json.fromCharger(operation, request, view);
  }

  /** The payload of the CALL; empty if the CSMS is not asked. */
  static String payload(Step<?> step) throws JsonProcessingException {
    return step instanceof Step.AskCsms<?> ask
        ? Json.READER.writeValueAsString(ask.message().payload())
        : "";
  }

  /** The envelope of the answer. */
  byte[] back(Step<A> step, Envelope request, String payload)
      throws JsonProcessingException, JAXBException, XMLStreamException {
    Step<A> last = step;
    if (step instanceof Step.AskCsms<A> ask) {
      ObjectNode tree = (ObjectNode) Json.READER.readTree(payload);
      last = ask.next().after(new Reply.Result(tree), view);
    }
    A answer = ((Step.Done<A>) last).answer();
    return write(request, soap.answer(operation, answer, new Losses()));
  }

  @SuppressWarnings("unchecked") // an object's class is its own
  private <T> byte[] write(Envelope request, T generated) throws JAXBException, XMLStreamException {
    List<Element> headers =
        EnvelopeWriter.answerHeaders(request, "/" + operation.name() + "Response", MESSAGE_ID);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    XMLStreamWriter writer = EnvelopeWriter.writer(out);
    EnvelopeWriter.begin(writer, request.form(), headers);
    Marshaller marshaller = answers.createMarshaller();
    marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
    QName name =
        new QName(
            soap.version().centralSystemNamespace(), SoapDialect.answerElement(operation), "ocpp");
    marshaller.marshal(new JAXBElement<>(name, (Class<T>) generated.getClass(), generated), writer);
    EnvelopeWriter.end(writer);
    writer.flush();
    return out.toByteArray();
  }
}
