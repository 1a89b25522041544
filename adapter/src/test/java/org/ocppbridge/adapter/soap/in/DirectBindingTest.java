package org.ocppbridge.adapter.soap.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.Proof;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Limits;

/** What is bound without CXF's chain is understood and answered as by the chain. */
class DirectBindingTest {

  private static final String WSA =
      "<a:MessageID xmlns:a='http://www.w3.org/2005/08/addressing'>urn:1</a:MessageID>"
          + "<a:Action xmlns:a='http://www.w3.org/2005/08/addressing'>/X</a:Action>";

  private static final List<String> BODIES =
      List.of(
          "<heartbeatRequest/>",
          "<authorizeRequest><idTag>TAG-&amp;-1</idTag></authorizeRequest>",
          "<statusNotificationRequest><connectorId>1</connectorId><status>Available</status>"
              + "<errorCode>NoError</errorCode></statusNotificationRequest>",
          "<startTransactionRequest><connectorId>1</connectorId><idTag>TAG</idTag>"
              + "<timestamp>2026-05-01T10:00:00Z</timestamp><meterStart>17</meterStart>"
              + "</startTransactionRequest>",
          "<meterValuesRequest><connectorId>1</connectorId></meterValuesRequest>",
          "<meterValuesRequest><connectorId>1</connectorId><transactionId>7</transactionId><values>"
              + "<timestamp>2026-05-01T10:00:00Z</timestamp><value>18</value></values>"
              + "</meterValuesRequest>",
          "<stopTransactionRequest><transactionId>7</transactionId><idTag>TAG</idTag>"
              + "<timestamp>2026-05-01T11:00:00Z</timestamp><meterStop>20</meterStop>"
              + "</stopTransactionRequest>");

  private static final FakeRequests BY_CHAIN = new FakeRequests();
  private static final FakeRequests DIRECTLY = new FakeRequests();
  private static final CxfEndpoints CHAIN = new CxfEndpoints(invoker(BY_CHAIN), true);
  private static final CxfEndpoints DIRECT = new CxfEndpoints(invoker(DIRECTLY));

  private static OperationInvoker invoker(FakeRequests requests) {
    return new OperationInvoker(
        requests, id -> ZoneOffset.UTC, InstantSource.fixed(FakeRequests.NOW));
  }

  @AfterAll
  static void stop() {
    CHAIN.close();
    DIRECT.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(SoapVersion.values())
        .flatMap(
            version ->
                BODIES.stream()
                    .flatMap(
                        body ->
                            Stream.of("", WSA)
                                .map(headers -> Arguments.of(version, body, headers))));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void answersAreTheSameByteForByte(SoapVersion version, String body, String headers) {
    Envelope envelope = envelope(version.centralSystemNamespace(), body, headers);
    assertThat(ask(DIRECT, version, envelope)).isEqualTo(ask(CHAIN, version, envelope));
    assertThat(asked(DIRECTLY)).isEqualTo(asked(BY_CHAIN));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aNamespaceWithoutItsSlashIsAnsweredInTheSameForm(
      SoapVersion version, String body, String headers) {
    String space = version.centralSystemNamespace().replaceFirst("/$", "");
    Envelope envelope = envelope(space, body, headers);
    assertThat(ask(DIRECT, version, envelope)).isEqualTo(ask(CHAIN, version, envelope));
  }

  private static List<Object> asked(FakeRequests requests) {
    return requests.asked.stream()
        .<Object>map(asked -> List.of(asked.operation(), asked.question(), asked.losses()))
        .toList();
  }

  private static Envelope envelope(String space, String body, String headers) {
    String text =
        "<s:Envelope xmlns:s='%s' xmlns='%s'><s:Header><chargeBoxIdentity>CP-1</chargeBoxIdentity>%s"
            .formatted(FieldCase.SOAP_12, space, headers);
    byte[] bytes =
        (text + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>")
            .getBytes(StandardCharsets.UTF_8);
    return new EnvelopeReader(Limits.DEFAULT).readRequest(bytes, Optional.empty());
  }

  private static String ask(CxfEndpoints endpoints, SoapVersion version, Envelope envelope) {
    Caller caller =
        new Caller(
            envelope.charger(),
            version,
            new InetSocketAddress("127.0.0.1", 4711),
            envelope.from(),
            false,
            Proof.NONE);
    byte[] answer = endpoints.ask(caller, envelope, envelope.payload(), "urn:uuid:2");
    return new String(answer, StandardCharsets.UTF_8);
  }
}
