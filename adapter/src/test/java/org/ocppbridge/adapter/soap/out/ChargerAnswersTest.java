package org.ocppbridge.adapter.soap.out;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.TriggerMessage;

/** What chargers answer, and what is made of it. */
class ChargerAnswersTest extends SoapChargerLinkCase {
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
            "<s:Header><o:chargeBoxIdentity xmlns:o='urn://Ocpp/Cp/2012/06'"
                + " s:mustUnderstand='true'>other</o:chargeBoxIdentity><a:Action"
                + " xmlns:a='http://www.w3.org/2005/08/addressing'"
                + " s:mustUnderstand='true'>urn:any:action</a:Action><a:RelatesTo"
                + " xmlns:a='http://www.w3.org/2005/08/addressing'>something"
                + " else</a:RelatesTo><x:Security xmlns:x='urn:x'"
                + " s:mustUnderstand='1'/></s:Header><s:Body>"));
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
}
