package org.ocppbridge.adapter.soap.out;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.adapter.soap.ChargerLink.Endpoint;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.soap.SoapDialect;

/** What is sent to a charger, and when nothing is. */
class SoapChargerLinkTest extends SoapChargerLinkCase {
  static Stream<Arguments> commands() {
    return Arrays.stream(SoapVersion.values())
        .flatMap(
            version ->
                SoapDialect.of(version).operations().stream()
                    .filter(operation -> operation.asker() == Operation.Asker.CSMS)
                    .flatMap(
                        operation ->
                            Stream.of(true, false)
                                .map(soap11 -> Arguments.of(version, operation, soap11))));
  }

  @Test
  void thereAre43Commands() {
    assertThat(commands()).hasSize(2 * (9 + 15 + 19));
  }

  @ParameterizedTest(name = "OCPP {0} {1}, SOAP 1.1 {2}")
  @MethodSource("commands")
  void aStrictChargerTakesEveryCommand(
      SoapVersion version, Operation<?, ?> operation, boolean soap11) throws Exception {
    answers(aResponse().withBody(SampleCommands.envelope(version, operation)));
    assertThat(call(version, operation, soap11)).isInstanceOf(operation.answer());
    List<LoggedRequest> requests = requests();
    assertThat(requests).hasSize(1);
    LoggedRequest request = requests.getFirst();
    StrictCharger.accepts(
        request.getBody(),
        version,
        soap11,
        operation.name(),
        CHARGER.value(),
        address().toString(),
        BRIDGE);
    String type =
        soap11
            ? "text/xml; charset=utf-8"
            : "application/soap+xml; charset=utf-8; action=\"/" + operation.name() + "\"";
    assertThat(request.getHeader("Content-Type")).isEqualToIgnoringCase(type);
    assertThat(request.getHeader("SOAPAction"))
        .isEqualTo(soap11 ? "\"/" + operation.name() + "\"" : null);
  }

  @Test
  void theBytesAreThoseThatTinyServersUnderstand() throws Exception {
    try (RawServer raw =
        RawServer.answering(ok(SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS)))) {
      assertThat(reset(raw.address()).status()).isEqualTo(ResetStatus.ACCEPTED);
      String request = raw.requests().getFirst();
      assertThat(request).startsWith("POST /ocpp?x=%2F HTTP/1.1\r\n");
      String head = request.substring(0, request.indexOf("\r\n\r\n"));
      assertThat(head.lines().skip(1).map(line -> line.substring(0, line.indexOf(':'))))
          .containsExactlyInAnyOrder("Host", "Content-Type", "Content-Length", "Connection");
      assertThat(head).contains("Connection: close");
      assertThat(request.substring(head.length() + 4))
          .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
          .contains(":From>", ":Address>" + BRIDGE + "<");
    }
  }

  @Test
  void everyMessageIdIsNew() throws Exception {
    Set<String> ids = new HashSet<>();
    answers(aResponse().withBody(SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS)));
    for (int i = 0; i < 5; i++) {
      reset(address());
    }
    for (LoggedRequest request : requests()) {
      ids.add(request.getBodyAsString().replaceAll("(?s).*(urn:uuid:[-0-9a-f]+).*", "$1"));
    }
    assertThat(ids).hasSize(5);
  }

  @Test
  void aRemoteStartIsNeverDoubled() throws Exception {
    try (RawServer raw = new RawServer((socket, out) -> {})) {
      ChargerFailed failed =
          failure(
              () ->
                  link.call(
                      endpoint(SoapVersion.V16, raw.address(), false),
                      RemoteStartTransaction.FROM_CSMS,
                      SampleCommands.request(RemoteStartTransaction.FROM_CSMS)));
      assertThat(failed.why()).isEqualTo(Why.SILENT);
      assertThat(failed)
          .hasMessageContaining("charger " + CHARGER + " at http://127.0.0.1:" + raw.port())
          .hasMessageContaining("RemoteStartTransaction")
          .hasMessageContaining("closed the connection without an answer");
      assertThat(raw.connections()).isEqualTo(1);
      assertThat(raw.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<!DOCTYPE html><html><body>login</body></html>|HTML page",
        "200|{\"status\":\"Accepted\"}|JSON",
        "200|OK|not XML",
        "202|''|HTTP 202: the answer is empty",
        "200|''|the answer is empty",
        "500|Internal Server Error|HTTP 500",
        "502|<html>Bad gateway</html>|HTTP 502",
        "401|''|HTTP 401",
        "200|<?xml version='1.0'?><a/>|no SOAP envelope"
      })
  void whatIsNoSoapIsToldInWords(int status, String body, String words) {
    answers(aResponse().withStatus(status).withBody(body));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(Why.NOT_SOAP);
    assertThat(failed)
        .hasMessageContaining("charger " + CHARGER + " at ")
        .hasMessageContaining(words);
  }

  @Test
  void callsAtTheSameTimeDoNotMix() throws Exception {
    try (RawServer echo = RawServer.replying(SoapChargerLinkTest::echo);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String data = "data-" + i;
        SoapVersion version = i % 2 == 0 ? SoapVersion.V15 : SoapVersion.V16;
        boolean soap11 = i % 3 == 0;
        answers.add(
            threads.submit(() -> transfer(endpoint(version, echo.address(), soap11), data)));
      }
      for (int i = 0; i < 200; i++) {
        assertThat(answers.get(i).get()).isEqualTo("data-" + i);
      }
      assertThat(echo.connections()).isEqualTo(200);
    }
  }

  private static String transfer(Endpoint endpoint, String data) {
    return link.call(
            endpoint, DataTransfer.FROM_CSMS, new DataTransfer.Request("vendor", null, data))
        .data();
  }

  /** Answers a DataTransfer with its own data. */
  private static void echo(String request, OutputStream out) throws IOException {
    String data = request.replaceAll("(?s).*(data-\\d+).*", "$1");
    SoapVersion version = request.contains("2012/06") ? SoapVersion.V15 : SoapVersion.V16;
    String inside = "<status>Accepted</status><data>" + data + "</data>";
    out.write(
        ok(SampleCommands.envelope(version, DataTransfer.FROM_CSMS, inside))
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatXmlCannotCarryDoesNotBreakTheEnvelope() throws Exception {
    try (RawServer raw =
        RawServer.answering(ok(SampleCommands.envelope(SoapVersion.V15, DataTransfer.FROM_CSMS)))) {
      transfer(endpoint(SoapVersion.V15, raw.address(), false), "a\u0001b");
      assertThat(raw.requests().getFirst()).contains("<data>ab</data>");
    }
  }

  @Test
  void anOperationThatTheVersionDoesNotHaveIsNotSent() {
    ChargerFailed failed =
        failure(
            () ->
                link.call(
                    endpoint(SoapVersion.V12, address(), false),
                    TriggerMessage.FROM_CSMS,
                    SampleCommands.request(TriggerMessage.FROM_CSMS)));
    assertThat(failed.why()).isEqualTo(Why.NOT_SUPPORTED);
    assertThat(requests()).isEmpty();
  }

  @Test
  void anAddressThatTheGuardRefusesIsNotCalled() {
    ChargerFailed failed = failure(() -> reset(URI.create("http://169.254.169.254/latest")));
    assertThat(failed.why()).isEqualTo(Why.ADDRESS_REFUSED);
    assertThat(failed)
        .hasMessageContaining("charger " + CHARGER + " at http://169.254.169.254/latest");
  }

  @Test
  void theConnectionHeaderIsLeftOutIfSoWished() throws Exception {
    try (RawServer raw =
        RawServer.answering(ok(SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS)))) {
      Duration wait = Duration.ofSeconds(5);
      link.call(
          new Endpoint(CHARGER, SoapVersion.V15, raw.address(), false, false, wait, wait),
          Reset.FROM_CSMS,
          SampleCommands.request(Reset.FROM_CSMS));
      assertThat(raw.requests().getFirst()).doesNotContain("Connection:");
    }
  }

  @Test
  void passwordsInAddressesAreNotShown() {
    ChargerFailed failed =
        failure(() -> reset(URI.create("http://user:secret@127.0.0.1:1/x?token=secret")));
    assertThat(failed.why()).isEqualTo(Why.UNREACHABLE);
    assertThat(failed.getMessage()).doesNotContain("secret").contains("http://127.0.0.1:1/x");
  }

  @Test
  void aRefusalComesBackAsTheChargerSaidIt() {
    answers(
        aResponse()
            .withBody(
                SampleCommands.envelope(
                    SoapVersion.V12,
                    RemoteStartTransaction.FROM_CSMS,
                    "<status>Rejected</status>")));
    assertThat(
            link.call(
                    endpoint(SoapVersion.V12, address(), false),
                    RemoteStartTransaction.FROM_CSMS,
                    SampleCommands.request(RemoteStartTransaction.FROM_CSMS))
                .status())
        .isEqualTo(RemoteStartStopStatus.REJECTED);
  }
}
