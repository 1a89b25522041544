package org.ocppbridge.mappings.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.ElementStreamReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Form;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * One request of a 1.6 charger of which nothing is known, as often as it is wanted.
 *
 * @param <Q> the request in the model
 * @param <A> the answer in the model
 */
record Request<Q, A>(
    Operation<Q, A> operation,
    byte[] envelope,
    EnvelopeReader reader,
    JAXBContext binding,
    JsonDialect csms,
    ChargerView view) {

  private static final SoapDialect SOAP = SoapDialect.of(SoapVersion.V16);
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String TIME = "<timestamp>2026-05-01T10:00:00Z</timestamp>";

  private static final Map<String, String> FIELDS =
      Map.of(
          "Heartbeat", "",
          "Authorize", "<idTag>04A1B2C3</idTag>",
          "StatusNotification",
              "<connectorId>1</connectorId><status>Charging</status><errorCode>NoError</errorCode>"
                  + TIME,
          "StartTransaction",
              "<connectorId>1</connectorId><idTag>04A1B2C3</idTag>"
                  + TIME
                  + "<meterStart>1000</meterStart>",
          "MeterValues",
              "<connectorId>1</connectorId><meterValue>"
                  + TIME
                  + sample("1200", "Energy.Active.Import.Register", "Wh")
                  + sample("229", "Voltage", "V").repeat(3)
                  + "</meterValue>",
          "StopTransaction",
              "<transactionId>1</transactionId><idTag>04A1B2C3</idTag>"
                  + TIME
                  + "<meterStop>2000</meterStop>");

  private static String sample(String value, String measurand, String unit) {
    return "<sampledValue><value>%s</value><context>Sample.Periodic</context><measurand>%s</measurand><location>Outlet</location><unit>%s</unit></sampledValue>"
        .formatted(value, measurand, unit);
  }

  static Request<?, ?> of(String name, String target) throws JAXBException {
    Operation<?, ?> operation =
        SOAP.operations().stream()
            .filter(each -> each.asker() == Operation.Asker.CHARGER && each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return of(operation, target.equals("1.6J") ? new Json16() : new Json201());
  }

  private static <Q, A> Request<Q, A> of(Operation<Q, A> operation, JsonDialect csms)
      throws JAXBException {
    ChargerState state = ChargerState.fresh(new ChargerId("CP-1"), SoapVersion.V16, 0);
    return new Request<>(
        operation,
        envelope(operation).getBytes(StandardCharsets.UTF_8),
        new EnvelopeReader(Limits.DEFAULT),
        JAXBContext.newInstance(SOAP.requestType(operation)),
        csms,
        new ChargerView(state, NOW, Policy.DEFAULT));
  }

  private static String envelope(Operation<?, ?> operation) {
    String addressing = "http://www.w3.org/2005/08/addressing";
    String namespace = SoapVersion.V16.centralSystemNamespace();
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><S:Envelope xmlns:S=\"%s\" xmlns:a=\"%s\"><S:Header>"
            + "<chargeBoxIdentity xmlns=\"%s\">CP-1</chargeBoxIdentity><a:Action>/%s</a:Action>"
            + "<a:MessageID>urn:uuid:51d0c2a8-7c4f-4f64-9d55-0c4b6a5f7e11</a:MessageID>"
            + "<a:From><a:Address>http://127.0.0.1:8090/</a:Address></a:From></S:Header>"
            + "<S:Body>%s</S:Body></S:Envelope>")
        .formatted(Form.SOAP_12, addressing, namespace, operation.name(), body(operation));
  }

  private static String body(Operation<?, ?> operation) {
    String name = SoapDialect.requestElement(operation);
    String namespace = SoapVersion.V16.centralSystemNamespace();
    return "<%s xmlns=\"%s\">%s</%s>"
        .formatted(name, namespace, FIELDS.get(operation.name()), name);
  }

  /** What goes to the CSMS at once; empty if it is not asked. */
  String json() throws JAXBException, JsonProcessingException {
    Element body = reader.readRequest(envelope, Optional.empty()).payload().body();
    Object bound =
        binding
            .createUnmarshaller()
            .unmarshal(new ElementStreamReader(body), SOAP.requestType(operation))
            .getValue();
    Q request = SOAP.request(operation, bound, Reading.utc(NOW));
    return csms.fromCharger(operation, request, view) instanceof Step.AskCsms<?> ask
        ? Json.READER.writeValueAsString(ask.message().payload())
        : "";
  }
}
