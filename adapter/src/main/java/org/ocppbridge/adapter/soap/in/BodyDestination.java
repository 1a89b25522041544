package org.ocppbridge.adapter.soap.in;

import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.Bus;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.AbstractConduit;
import org.apache.cxf.transport.AbstractDestination;
import org.apache.cxf.transport.Conduit;
import org.apache.cxf.transport.Destination;
import org.apache.cxf.transport.DestinationFactory;
import org.apache.cxf.ws.addressing.EndpointReferenceType;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;

/**
 * Where CXF meets our server: hands it parsed messages and takes its answers, all in memory and on
 * the calling thread. It knows nothing of HTTP, so that a fault travels back as the exception it is
 * and the caller decides whether to answer, or to close without an answer.
 */
final class BodyDestination extends AbstractDestination {

  private static final Logger LOG = Logger.getLogger(BodyDestination.class.getName());

  /** CXF logs every fault with its stack; ours are logged once, where they are answered. */
  private static final FaultListener SILENT = (exception, description, message) -> false;

  BodyDestination(Bus bus, EndpointInfo endpoint) {
    super(bus, getTargetReference(endpoint, bus), endpoint);
  }

  /** Runs a message through CXF's chain; what goes wrong in it is thrown here. */
  void receive(Element envelope, CxfExchange request) {
    Exchange exchange = new ExchangeImpl();
    Message message = new MessageImpl();
    exchange.put(CxfExchange.class, request);
    exchange.setDestination(this);
    exchange.setSynchronous(true);
    message.setExchange(exchange);
    message.setContent(XMLStreamReader.class, new ElementStreamReader(envelope));
    message.put(Message.HTTP_REQUEST_METHOD, "POST");
    message.put(Message.ENCODING, "UTF-8");
    message.put(FaultListener.class.getName(), SILENT);
    getMessageObserver().onMessage(message);
    Exception thrown = exchange.get(Exception.class);
    if (thrown != null) {
      throw CxfEndpoints.unwrapped(thrown);
    }
  }

  /** Stands in for CXF's own writing of faults. */
  static void keepFault(Message message) {
    message.getExchange().put(Exception.class, message.getContent(Exception.class));
  }

  @Override
  protected Conduit getInbuiltBackChannel(Message message) {
    return new BackChannel();
  }

  @Override
  protected Logger getLogger() {
    return LOG;
  }

  /** Lets CXF write its answer into memory. */
  private static final class BackChannel extends AbstractConduit {

    BackChannel() {
      super(new EndpointReferenceType());
    }

    @Override
    public void prepare(Message message) {
      CxfExchange request = CxfExchange.of(message.getExchange());
      try {
        XMLStreamWriter writer = EnvelopeWriter.writer(request.answer());
        message.setContent(XMLStreamWriter.class, NamespaceForm.of(request, writer));
        message.put(FaultListener.class.getName(), SILENT);
        // Otherwise JAXB would write past the stream writer.
        message.put(AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true);
      } catch (XMLStreamException broken) {
        throw new IllegalStateException("could not write to memory", broken);
      }
    }

    @Override
    public void close(Message message) {
      // everything is in memory
    }

    @Override
    protected Logger getLogger() {
      return LOG;
    }
  }

  /** Makes one destination for each endpoint. */
  static final class Factory implements DestinationFactory {

    @Override
    public Destination getDestination(EndpointInfo endpoint, Bus bus) {
      return new BodyDestination(bus, endpoint);
    }

    @Override
    public Set<String> getUriPrefixes() {
      return Set.of();
    }

    @Override
    public List<String> getTransportIds() {
      return List.of();
    }
  }
}
