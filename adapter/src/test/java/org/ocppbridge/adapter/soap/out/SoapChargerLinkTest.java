package org.ocppbridge.adapter.soap.out;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertow.server.DefaultByteBufferPool;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.soap.ChargerLink.Endpoint;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

class SoapChargerLinkTest {

  private static final ChargerId CHARGER = new ChargerId("CP:ü <1>");
  private static final String BRIDGE = "http://bridge.example:8080/ocpp";
  private static XnioWorker worker;
  private static SoapChargerLink link;
  private static WireMockServer charger;

  @BeforeAll
  static void start() throws Exception {
    worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 2));
    link =
        new SoapChargerLink(
            SoapOut.from(URI.create(BRIDGE)),
            worker,
            new DefaultByteBufferPool(true, 16364, 2048, 0),
            SSLContext.getDefault(),
            (id, address, ip) -> ip.isLoopbackAddress());
    charger =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    charger.start();
  }

  @AfterAll
  static void stop() {
    charger.stop();
    link.close();
    worker.shutdownNow();
  }

  @BeforeEach
  void forget() {
    charger.resetAll();
  }

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

  static Stream<String> answersThatAreUnderstood() {
    String answer = SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS);
    return Stream.of(
        answer,
        "\r\n \n" + answer,
        "\ufeff" + answer,
        answer.replace("urn://Ocpp/Cp/2012/06/", "urn://Ocpp/Cp/2012/06"),
        answer.replace("urn://Ocpp/Cp/2012/06/", "urn://Ocpp/Cs/2012/06/"),
        answer.replace(
            "http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/"),
        answer.replace("Accepted", " accepted\n"),
        answer.replace("Accepted", "Accepted\0\0"),
        answer.replace("</status>", "</status><vendor:x xmlns:vendor='urn:v'>1</vendor:x>"),
        answer.replace(
            "<s:Body>",
            "<s:Header><o:chargeBoxIdentity xmlns:o='urn://Ocpp/Cp/2012/06' s:mustUnderstand='true'>other</o:chargeBoxIdentity>"
                + "<a:Action xmlns:a='http://www.w3.org/2005/08/addressing' s:mustUnderstand='true'>urn:any:action</a:Action>"
                + "<a:RelatesTo xmlns:a='http://www.w3.org/2005/08/addressing'>something else</a:RelatesTo>"
                + "<x:Security xmlns:x='urn:x' s:mustUnderstand='1'/></s:Header><s:Body>"));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreUnderstood")
  void readsAnswersAsTheFieldWritesThem(String answer) {
    answers(aResponse().withBody(answer));
    assertThat(reset(address()).status()).isEqualTo(ResetStatus.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "text/html; charset=nonsense", "multipart/related", ""})
  void doesNotCareForTheContentTypeOfAnAnswer(String type) {
    answers(
        aResponse()
            .withHeader("Content-Type", type)
            .withBody(SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS)));
    assertThat(reset(address()).status()).isEqualTo(ResetStatus.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "gzip,gzip",
    "deflate,deflate",
    "deflate,raw",
    "gzip,plain",
    "deflate,plain",
    "br,plain",
    "'',gzip",
    "'',deflate",
    "identity,gzip",
    "gzip,deflate",
    "deflate,gzip",
    "'gzip, deflate',plain"
  })
  void believesTheBytesAndNotTheContentEncoding(String said, String is) throws Exception {
    byte[] body = coded(SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS), is);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: "
            + said
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (RawServer raw = RawServer.answering(head, body)) {
      assertThat(reset(raw.address()).status()).isEqualTo(ResetStatus.ACCEPTED);
    }
  }

  @Test
  void aDecompressionBombIsRefused() throws Exception {
    byte[] body = coded(" ".repeat(64 * 1024 * 1024), "gzip");
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n";
    try (RawServer raw = RawServer.answering(head, body)) {
      ChargerFailed failed = failure(() -> reset(raw.address()));
      assertThat(failed.why()).isEqualTo(Why.NOT_SOAP);
      assertThat(failed).hasMessageContaining("longer than 1048576 bytes");
    }
  }

  private static byte[] coded(String text, String coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case "gzip" -> new GZIPOutputStream(bytes);
          case "deflate" -> new DeflaterOutputStream(bytes);
          case "raw" ->
              new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
          default -> bytes;
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aCutAnswerIsToldAsSuch() throws Exception {
    String answer = SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS);
    try (RawServer raw =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + answer.substring(0, 100))) {
      ChargerFailed failed = failure(() -> reset(raw.address()));
      assertThat(failed.why()).isEqualTo(Why.NOT_SOAP);
      assertThat(failed).hasMessageContaining("cut after 100 bytes");
    }
  }

  @Test
  void anAnswerThatIsWholeInSpiteOfItsLengthIsTaken() throws Exception {
    String answer = SampleCommands.envelope(SoapVersion.V15, Reset.FROM_CSMS);
    try (RawServer raw =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + answer)) {
      assertThat(reset(raw.address()).status()).isEqualTo(ResetStatus.ACCEPTED);
    }
  }

  @Test
  void readsListsInAnswers() {
    answers(
        aResponse().withBody(SampleCommands.envelope(SoapVersion.V15, GetConfiguration.FROM_CSMS)));
    GetConfiguration.Answer answer =
        link.call(
            endpoint(SoapVersion.V15, address(), false),
            GetConfiguration.FROM_CSMS,
            new GetConfiguration.Request(List.of()));
    assertThat(answer.configurationKey())
        .extracting("key", "value")
        .containsExactly(org.assertj.core.groups.Tuple.tuple("one", "1"));
    assertThat(answer.unknownKey()).containsExactly("two");
  }

  @ParameterizedTest
  @CsvSource({
    "Sender,SecurityError,FAULT",
    "Receiver,InternalError,FAULT",
    "Receiver,NotSupported,NOT_SUPPORTED",
    "Sender,ActionNotSupported,NOT_SUPPORTED",
    "Sender,Whatever,FAULT"
  })
  void faultsAreToldWithCodeSubcodeAndReason(String code, String subcode, Why why) {
    answers(
        aResponse()
            .withStatus(500)
            .withBody(
                SampleCommands.fault(code, subcode, "unknown operation <b>")
                    .replace("<b>", "&lt;b>")));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(why);
    assertThat(failed)
        .hasMessageEndingWith(
            "Reset: SOAP fault " + code + "/" + subcode + ": unknown operation <b>");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void aStatusThatSaysNoSuchThingIsNotSupported(int status) {
    answers(aResponse().withStatus(status).withBody("<html><body>no</body></html>"));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(Why.NOT_SUPPORTED);
    assertThat(failed).hasMessageContaining("HTTP " + status);
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
  void noContentIsNotSoap() {
    answers(aResponse().withStatus(204));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(Why.NOT_SOAP);
    assertThat(failed).hasMessageContaining("HTTP 204: the answer is empty");
  }

  @Test
  void aRedirectIsNamedAndNotFollowed() {
    answers(aResponse().withStatus(307).withHeader("Location", "http://elsewhere.example/x"));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(Why.NOT_SOAP);
    assertThat(failed).hasMessageContaining("HTTP 307 to 'http://elsewhere.example/");
    assertThat(requests()).hasSize(1);
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
  void anEntityBombIsRefused() {
    answers(
        aResponse()
            .withBody(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                    + SampleCommands.body("&b;")));
    assertThat(failure(() -> reset(address())).why()).isEqualTo(Why.NOT_SOAP);
  }

  @Test
  void anAnswerToSomethingElseIsWrong() {
    answers(
        aResponse().withBody(SampleCommands.envelope(SoapVersion.V15, TriggerMessage.FROM_CSMS)));
    ChargerFailed failed = failure(() -> reset(address()));
    assertThat(failed.why()).isEqualTo(Why.WRONG_ANSWER);
    assertThat(failed).hasMessageContaining("'triggerMessageResponse' is not the answer to Reset");
  }

  @Test
  void anAnswerWithoutAMandatoryFieldIsWrongAndNamesIt() {
    answers(
        aResponse()
            .withBody(SampleCommands.envelope(SoapVersion.V15, GetLocalListVersion.FROM_CSMS, "")));
    ChargerFailed failed =
        failure(
            () ->
                link.call(
                    endpoint(SoapVersion.V15, address(), false),
                    GetLocalListVersion.FROM_CSMS,
                    new GetLocalListVersion.Request()));
    assertThat(failed.why()).isEqualTo(Why.WRONG_ANSWER);
    assertThat(failed)
        .hasMessageContaining("charger " + CHARGER)
        .hasMessageContaining("listVersion");
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

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    charger.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static List<LoggedRequest> requests() {
    return charger.getAllServeEvents().stream().map(event -> event.getRequest()).toList();
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + charger.port() + "/charger/ocpp");
  }

  private static Reset.Answer reset(URI address) {
    return link.call(
        endpoint(SoapVersion.V15, address, false),
        Reset.FROM_CSMS,
        SampleCommands.request(Reset.FROM_CSMS));
  }

  private static <Q, A> A call(SoapVersion version, Operation<Q, A> operation, boolean soap11) {
    return link.call(
        endpoint(version, address(), soap11), operation, SampleCommands.request(operation));
  }

  private static Endpoint endpoint(SoapVersion version, URI address, boolean soap11) {
    return new Endpoint(
        CHARGER, version, address, soap11, true, Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static ChargerFailed failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(ChargerFailed.class, call);
  }
}
