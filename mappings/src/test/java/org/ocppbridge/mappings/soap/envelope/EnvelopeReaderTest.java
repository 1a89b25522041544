package org.ocppbridge.mappings.soap.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;

class EnvelopeReaderTest {

  private static final EnvelopeReader READER = new EnvelopeReader(Limits.DEFAULT);
  private static final String BODY = "<heartbeatRequest xmlns='urn://Ocpp/Cs/2015/10/'/>";

  private static Envelope read(String document) {
    return READER.readRequest(document.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static String envelope(String header, String body) {
    return "<s:Envelope xmlns:s='"
        + Form.SOAP_12
        + "'><s:Header>"
        + header
        + "</s:Header><s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }

  private static String identity(String text) {
    return "<c:chargeBoxIdentity xmlns:c='urn:any'>" + text + "</c:chargeBoxIdentity>";
  }

  @Test
  void aMessageIsParsedOnce() {
    AtomicInteger passes = new AtomicInteger();
    TreeReader trees = new TreeReader(Limits.DEFAULT);
    EnvelopeReader counting =
        new EnvelopeReader(
            document -> {
              passes.incrementAndGet();
              return trees.read(document);
            });
    byte[] message = envelope(identity("CP-1"), BODY).getBytes(StandardCharsets.UTF_8);

    assertThat(counting.readRequest(message, Optional.empty()).charger().value()).isEqualTo("CP-1");
    assertThat(passes).as("parser passes over one message").hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, , ''",
    "UTF-8, no-such-charset, ''",
    "UTF-8, ISO-8859-1, ISO-8859-1",
    "ISO-8859-1, ISO-8859-1, ''",
    "ISO-8859-1, , ISO-8859-1",
    "ISO-8859-1, UTF-8, UTF-8",
    "windows-1252, , windows-1252",
    "UTF-16, UTF-16, UTF-16",
    "UTF-16LE, , UTF-8",
    "UTF-16BE, utf8, ''",
  })
  void theBytesDecideWhichEncodingADocumentHas(String real, String declared, String written) {
    String declaration =
        written.isEmpty() ? "" : "<?xml version='1.0' encoding='" + written + "'?>";
    byte[] bytes = (declaration + envelope(identity("Â-1"), BODY)).getBytes(Charset.forName(real));
    assertThat(READER.readRequest(bytes, Optional.ofNullable(declared)).charger().value())
        .isEqualTo("Â-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the message is empty",
        "'[2,\"1\",\"Heartbeat\",{}]' | JSON, not SOAP",
        "'<!DOCTYPE html><html><body>Login</body></html>' | an HTML page",
        "'GET / HTTP/1.1' | not XML",
        "'<a/>' | no SOAP envelope",
        "'<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>' | a DOCTYPE is not allowed",
        "'<x>&a;</x>' | is not allowed",
        "'<x><y></x>' | not readable as XML",
      })
  void whatIsNoSoapIsRefusedInWordsThatNameTheMistake(String document, String words) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessageContaining(words);
  }

  @Test
  void everyLimitIsHeld() {
    EnvelopeReader small = new EnvelopeReader(new Limits(8, 20, 4, 100));
    List<String> tooMuch =
        List.of(
            "<a>".repeat(9),
            "<a>" + "<b/>".repeat(21),
            "<a b='' c='' d='' e='' f=''/>",
            "<a>" + "x".repeat(200) + "</a>",
            "<a b='" + "x".repeat(200) + "'/>");
    for (String document : tooMuch) {
      assertThatThrownBy(
              () -> small.readRequest(document.getBytes(StandardCharsets.UTF_8), Optional.empty()))
          .as(document)
          .isInstanceOf(BridgeFault.ProtocolError.class)
          .hasMessageContaining("not readable as XML");
    }
  }

  @Test
  void controlCharactersInAnIdentityAreRefused() {
    assertThatThrownBy(() -> read(envelope(identity("CP&#13;&#10;X: y"), BODY)).charger())
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessageContaining("control characters");
  }

  @Test
  void rawControlCharactersBecomeBlanksByName() {
    Envelope read =
        read(
            envelope(
                identity("CP-1\0\0"),
                "<authorizeRequest xmlns='urn://Ocpp/Cs/2015/10/'><idTag>A\u0001B\0\0</idTag></authorizeRequest>"));
    assertThat(read.charger().value()).isEqualTo("CP-1");
    assertThat(read.payload().body().child("idTag").orElseThrow().text()).isEqualTo("A B");
    assertThat(read.losses())
        .extracting(Loss::toString)
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("message", "control characters");
  }

  @Test
  void faultsOfBothVersionsAreRead() {
    String soap12 =
        envelope(
            "",
            "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>o:SecurityError</s:Value></s:Subcode></s:Code>"
                + "<s:Reason><s:Text>no</s:Text></s:Reason></s:Fault>");
    assertThat(read(soap12).content())
        .isEqualTo(new Content.SoapFault("Sender", List.of("SecurityError"), "no"));
    String soap11 =
        "<s:Envelope xmlns:s='"
            + Form.SOAP_11
            + "'><s:Body><s:Fault><faultcode>s:Server.InternalError</faultcode>"
            + "<faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>";
    assertThat(read(soap11).content())
        .isEqualTo(new Content.SoapFault("Receiver", List.of("InternalError"), "no"));
  }

  @Test
  void ourOwnFaultsAreReadBack() {
    for (boolean soap11 : List.of(true, false)) {
      Form form =
          new Form(
              soap11, Optional.of("urn://Ocpp/Cs/2015/10"), Optional.of(Addressing.W3C_2005_08));
      byte[] fault =
          EnvelopeWriter.fault(
              form, Optional.of("7"), "urn:uuid:1", FaultCode.NOT_SUPPORTED, "a <reason> \u0001");
      Envelope read = READER.readRequest(fault, Optional.empty());
      assertThat(read.content())
          .isEqualTo(
              new Content.SoapFault("Receiver", List.of("NotSupported"), "a <reason> \ufffd"));
      assertThat(read.relatesTo()).contains("7");
      assertThat(read.action()).contains("http://www.w3.org/2005/08/addressing/fault");
    }
  }

  @Test
  void anAnswerIsReadWhateverItsNamespaceAndOnlyForWhatWasAsked() {
    byte[] answer =
        envelope(
                "",
                "<ResetResponse xmlns='urn://Ocpp/Cs/2012/06'><status>Accepted</status></ResetResponse>")
            .getBytes(StandardCharsets.UTF_8);
    Envelope read = READER.readAnswer(answer, Optional.empty(), SoapVersion.V16, "Reset");
    assertThat(read.payload().body().namespace()).isEqualTo("urn://Ocpp/Cp/2015/10/");
    Envelope other = READER.readAnswer(answer, Optional.empty(), SoapVersion.V16, "ClearCache");
    assertThatThrownBy(other::payload)
        .isInstanceOf(BridgeFault.ProtocolError.class)
        .hasMessageContaining("not the answer to ClearCache");
  }

  @Test
  void aMessageOfTheWrongServiceIsNamed() {
    Envelope wrong = read(envelope("", "<resetRequest xmlns='urn://Ocpp/Cp/2015/10/'/>"));
    assertThatThrownBy(wrong::payload)
        .isInstanceOf(BridgeFault.NotSupported.class)
        .hasMessageContaining("charge point's own service");
  }
}
