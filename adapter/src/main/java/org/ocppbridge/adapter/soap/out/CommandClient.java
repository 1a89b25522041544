package org.ocppbridge.adapter.soap.out;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.UpfrontConduitSelector;
import org.apache.cxf.headers.Header;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.jaxws.JaxWsClientFactoryBean;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.BindingOperationInfo;
import org.ocppbridge.mappings.SoapVersion;

/**
 * The CXF client for one OCPP version and one SOAP version. It binds requests and answers by the
 * generated interface; operations are found by name, so that a new one needs nothing here. Safe for
 * use by many threads.
 */
final class CommandClient implements AutoCloseable {

  private static final XMLOutputFactory OUTPUT = output();

  private final Client client;
  private final String namespace;

  CommandClient(Bus bus, SoapVersion version, boolean soap11, ChargerConduit conduit) {
    namespace = version.chargePointNamespace();
    JaxWsClientFactoryBean factory = new JaxWsClientFactoryBean();
    factory.setBus(bus);
    factory.setServiceClass(service(version));
    factory.setAddress(conduit.getTarget().getAddress().getValue());
    factory.setBindingId(
        soap11 ? SoapBindingConstants.SOAP11_BINDING_ID : SoapBindingConstants.SOAP12_BINDING_ID);
    factory.setConduitSelector(new UpfrontConduitSelector(conduit));
    client = factory.create();
  }

  /**
   * Writes the declaration with the quotes that all examples have, for readers that are no XML
   * parsers, and U+FFFD for characters that an identity can hold and XML cannot.
   */
  private static XMLOutputFactory output() {
    XMLOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler('\ufffd'));
    return factory;
  }

  private static Class<?> service(SoapVersion version) {
    return switch (version) {
      case V12 -> org.ocppbridge.wsdl.cp12.ChargePointService.class;
      case V15 -> org.ocppbridge.wsdl.cp15.ChargePointService.class;
      case V16 -> org.ocppbridge.wsdl.cp16.ChargePointService.class;
    };
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @param request of the generated type
   * @return of the generated type
   * @throws ExchangeFailure if there is no usable answer
   */
  Object invoke(Command command, Object request) throws ExchangeFailure {
    Map<String, Object> context = new HashMap<>();
    context.put(Command.class.getName(), command);
    context.put(Header.HEADER_LIST, new ArrayList<>(AddressingHeaders.of(command)));
    context.put(Message.ENCODING, "UTF-8");
    context.put(XMLOutputFactory.class.getName(), OUTPUT);
    // OCPP-S 1.6 §3.1: the XML declaration should stand before every message; strict chargers
    // insist (FF A18).
    context.put(StaxOutInterceptor.FORCE_START_DOCUMENT, true);
    Object[] parameters = {request, command.endpoint().id().value()};
    try {
      return client.invoke(operation(command), parameters, contexts(context))[0];
    } catch (ExchangeFailure | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("CXF could not carry " + command.operation(), e);
    }
  }

  /** CXF writes into the maps it is given. */
  private static Map<String, Object> contexts(Map<String, Object> request) {
    Map<String, Object> contexts = new HashMap<>();
    contexts.put(Client.REQUEST_CONTEXT, request);
    return contexts;
  }

  private BindingOperationInfo operation(Command command) {
    QName name = new QName(namespace, command.operation().name());
    return client.getEndpoint().getEndpointInfo().getBinding().getOperation(name);
  }

  @Override
  public void close() {
    client.destroy();
  }
}
