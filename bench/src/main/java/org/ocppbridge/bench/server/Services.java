package org.ocppbridge.bench.server;

import java.util.List;
import java.util.Map;
import org.apache.cxf.binding.soap.SoapBindingConstants;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.message.MessageContentsList;
import org.apache.cxf.ws.addressing.WSAddressingFeature;

/** Publishes the central system's service of each version on CXF's own Undertow transport. */
final class Services {
  private static final Map<String, Class<?>> SERVICES =
      Map.of(
          "1.2", org.ocppbridge.wsdl.cs12.CentralSystemService.class,
          "1.5", org.ocppbridge.wsdl.cs15.CentralSystemService.class,
          "1.6", org.ocppbridge.wsdl.cs16.CentralSystemService.class);

  /** Answers a request of any version. */
  @FunctionalInterface
  interface Responder {
    /** Both are of generated types that belong together. */
    Object answer(String chargeBoxIdentity, Object request);
  }

  private Services() {}

  /** Serves at {@code /ocpp/} and the version. */
  static void publish(int port, boolean addressing, Responder responder) {
    SERVICES.forEach(
        (version, service) -> {
          JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
          factory.setServiceClass(service);
          factory.setBindingId(SoapBindingConstants.SOAP12_BINDING_ID);
          factory.setAddress("http://127.0.0.1:" + port + "/ocpp/" + version);
          if (addressing) {
            factory.getFeatures().add(new WSAddressingFeature());
          }
          factory.setInvoker(
              (exchange, arguments) -> {
                List<?> parts = (List<?>) arguments;
                return new MessageContentsList(
                    responder.answer((String) parts.get(1), parts.getFirst()));
              });
          factory.create();
        });
  }
}
