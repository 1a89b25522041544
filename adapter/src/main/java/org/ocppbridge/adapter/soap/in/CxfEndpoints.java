package org.ocppbridge.adapter.soap.in;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.binding.soap.interceptor.SoapOutInterceptor;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;
import org.ocppbridge.mappings.soap.envelope.Form;

/**
 * The central system's service of each version as a CXF endpoint. CXF owns the contract and the
 * binding; the envelope around the body is read and written by our own code, so that it takes the
 * charger's form. Published from the generated interfaces, without WSDL location: with one, CXF
 * would refuse requests without WS-Addressing (catalogue D05).
 */
final class CxfEndpoints implements AutoCloseable {

  private static final Map<SoapVersion, Class<?>> SERVICES =
      Map.of(
          SoapVersion.V12, org.ocppbridge.wsdl.cs12.CentralSystemService.class,
          SoapVersion.V15, org.ocppbridge.wsdl.cs15.CentralSystemService.class,
          SoapVersion.V16, org.ocppbridge.wsdl.cs16.CentralSystemService.class);

  private final OperationInvoker invoker;
  private final boolean all;

  /** Made by the first that asks; it takes half a second while nothing is compiled. */
  private final Map<SoapVersion, Service> services = new ConcurrentHashMap<>();

  private Bus bus; // guarded by this

  /** What serves one version. */
  private record Service(BodyDestination destination, DirectBinding direct) {}

  CxfEndpoints(OperationInvoker invoker) {
    this(invoker, false);
  }

  /**
   * @param all whether all operations go through CXF's chain, also those of {@link DirectBinding}
   */
  CxfEndpoints(OperationInvoker invoker, boolean all) {
    this.invoker = invoker;
    this.all = all;
  }

  /** Makes what is not made yet, so that no request has to wait for it. */
  void makeAll() {
    for (SoapVersion version : SoapVersion.values()) {
      Service _ = service(version);
    }
  }

  private Service service(SoapVersion version) {
    Service made = services.get(version);
    return made == null ? make(version) : made;
  }

  private synchronized Service make(SoapVersion version) {
    if (bus == null) {
      bus = BusFactory.newInstance().createBus();
    }
    return services.computeIfAbsent(version, this::publish);
  }

  private Service publish(SoapVersion version) {
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setServiceClass(SERVICES.get(version));
    factory.setBindingId(SoapBindingConstants.SOAP12_BINDING_ID);
    factory.setAddress("/" + version.label());
    factory.setDestinationFactory(new BodyDestination.Factory());
    factory.setInvoker(invoker);
    Server server = factory.create();
    Endpoint endpoint = server.getEndpoint();
    endpoint.getBinding().getOutInterceptors().removeIf(SoapOutInterceptor.class::isInstance);
    endpoint.getBinding().getOutInterceptors().add(new AnswerEnvelopeInterceptor());
    endpoint.setOutFaultObserver(BodyDestination::keepFault);
    JAXBDataBinding binding = (JAXBDataBinding) endpoint.getService().getDataBinding();
    return new Service(
        (BodyDestination) server.getDestination(),
        new DirectBinding(version, binding.getContext(), invoker));
  }

  /**
   * Binds a request, has it answered, and writes the answer.
   *
   * @param messageId the answer's own id
   * @return the whole answer
   * @throws BridgeFault of {@link org.ocppbridge.adapter.soap.ChargerRequests#ask} and of reading
   *     the request
   */
  byte[] ask(Caller caller, Envelope envelope, Content.Payload payload, String messageId) {
    String action = "/" + payload.message().operation() + "Response";
    List<Element> headers = EnvelopeWriter.answerHeaders(envelope, action, messageId);
    ByteArrayOutputStream answer = new ByteArrayOutputStream(1024);
    CxfExchange exchange = new CxfExchange(caller, envelope, headers, answer);
    Service service = service(caller.version());
    if (all || !service.direct().answered(payload, exchange)) {
      Element soap =
          Element.of(
              Form.SOAP_12,
              "Envelope",
              List.of(Element.of(Form.SOAP_12, "Body", List.of(payload.body()))));
      service.destination().receive(soap, exchange);
    }
    return answer.toByteArray();
  }

  /** The fault as it was thrown, without what CXF wrapped around it. */
  static RuntimeException unwrapped(Exception thrown) {
    Throwable cause = thrown;
    while (cause instanceof Fault && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }

  @Override
  public synchronized void close() {
    if (bus != null) {
      bus.shutdown(false);
    }
  }
}
