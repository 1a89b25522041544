package org.ocppbridge.adapter.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The odd forms that chargers in the field give their messages. Texts are changed as {@link
 * EnvelopeWriter} writes them.
 */
final class Quirks {
  private static final String SOAP12_TYPE = "Content-Type: application/soap+xml; charset=utf-8";
  private static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String ADDRESSING_2004 = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
  private static final String ELSEWHERE = "http://127.0.0.1:9/elsewhere";

  private Quirks() {}

  /** Where to answer to, and who speaks. */
  static final List<Quirk> ADDRESSING =
      List.of(
          Quirk.status("no MessageID", without("wsa:MessageID")),
          Quirk.status("MessageID that is no URI, padded", in("wsa:MessageID", " 7230\n ")),
          Quirk.status("MessageID twice", twice("wsa:MessageID")),
          Quirk.status("Action twice", twice("wsa:Action")),
          Quirk.status(
              "Action fully qualified",
              in("wsa:Action", "urn://Ocpp/CentralSystemService/StatusNotification")),
          Quirk.status("Action of another operation", in("wsa:Action", "/Heartbeat")),
          Quirk.status(
              "no WS-Addressing at all",
              text -> text.replaceAll("<wsa:(\\w+)[ >].*?</wsa:\\1>", "")),
          Quirk.status(
              "WS-Addressing of 2004/08",
              text -> text.replace(EnvelopeWriter.ADDRESSING, ADDRESSING_2004)),
          Quirk.status("no From", without("wsa:From")),
          Quirk.status("From with an empty address", in("wsa:From", "<wsa:Address/>")),
          Quirk.status(
              "From is anonymous",
              in("wsa:From", "<wsa:Address>" + EnvelopeWriter.ANONYMOUS + "</wsa:Address>")),
          Quirk.status(
              "From without a host", in("wsa:From", "<wsa:Address>http://:8082/</wsa:Address>")),
          Quirk.status(
              "ReplyTo elsewhere",
              in("wsa:ReplyTo", "<wsa:Address>" + ELSEWHERE + "</wsa:Address>")),
          Quirk.status(
              "FaultTo elsewhere",
              before(
                  "<wsa:To>",
                  "<wsa:FaultTo><wsa:Address>" + ELSEWHERE + "</wsa:Address></wsa:FaultTo>")),
          Quirk.status(
              "a header nobody knows, to be understood",
              before(
                  "<wsa:To>",
                  "<v:Extra xmlns:v=\"urn:vendor\" soap:mustUnderstand=\"true\">1</v:Extra>")),
          Quirk.status(
              "identity padded",
              text ->
                  text.replaceAll("(<ocpp:chargeBoxIdentity.*?>)(.*?)(</ocpp:c)", "$1\n  $2 $3")),
          Quirk.status(
              "identity in other letters",
              text -> text.replace("chargeBoxIdentity", "ChargeBoxIdentity")),
          Quirk.status(
              "identity in the wrong namespace",
              text ->
                  text.replace(
                      "<ocpp:chargeBoxIdentity",
                      "<ocpp:chargeBoxIdentity xmlns:ocpp=\"urn://Ocpp/Cp/2012/06/\"")));

  /** Envelopes and their transport. */
  static final List<Quirk> ENVELOPE =
      List.of(
          Quirk.status(
              "namespace without its last slash",
              text -> text.replaceAll("(urn://Ocpp/Cs/\\d+/\\d+)/", "$1")),
          Quirk.status(
              "other prefixes",
              text ->
                  text.replace("ocpp:", "ns0:")
                      .replace("xmlns:ocpp", "xmlns:ns0")
                      .replace("soap:", "SOAP-ENV:")
                      .replace("xmlns:soap", "xmlns:SOAP-ENV")),
          Quirk.status("blank line first", text -> "\r\n " + text),
          Quirk.status("byte order mark", text -> "\uFEFF" + text),
          Quirk.status("no XML declaration", text -> text.replaceFirst("<\\?xml.*?\\?>\n", "")),
          new Quirk(
              "SOAP 1.1",
              Quirk.Carrier.STATUS,
              List.of(
                  "Content-Type: text/xml; charset=utf-8", "SOAPAction: \"/StatusNotification\""),
              text ->
                  text.replace(EnvelopeWriter.SOAP12, SOAP11)
                      .replace("mustUnderstand=\"true\"", "mustUnderstand=\"1\""),
              UnaryOperator.identity()),
          Quirk.http("no Content-Type", List.of()),
          Quirk.http("Content-Type text/xml", List.of("Content-Type: text/xml")),
          Quirk.http(
              "Content-Type application/xml with charset utf8",
              List.of("Content-Type: application/xml; charset=utf8")),
          Quirk.http("Content-Type twice", List.of(SOAP12_TYPE, "Content-Type: text/xml")),
          Quirk.http(
              "charset nobody knows",
              List.of("Content-Type: application/soap+xml; charset=x-unknown")),
          Quirk.http("SOAPAction beside SOAP 1.2", List.of(SOAP12_TYPE, "SOAPAction: /Heartbeat")),
          Quirk.coded(
              "gzip", List.of(SOAP12_TYPE, "Content-Encoding: gzip"), bytes -> coded(bytes, true)),
          Quirk.coded(
              "deflate",
              List.of(SOAP12_TYPE, "Content-Encoding: deflate"),
              bytes -> coded(bytes, false)),
          Quirk.coded(
              "NUL at the end",
              List.of(SOAP12_TYPE),
              bytes -> Arrays.copyOf(bytes, bytes.length + 1)));

  /** What is in the body. */
  static final List<Quirk> BODY =
      List.of(
          Quirk.status("status padded and in small letters", in("ocpp:status", " available ")),
          Quirk.status("status nobody knows", in("ocpp:status", "Parking")),
          Quirk.status("error code nobody knows", in("ocpp:errorCode", "Error")),
          Quirk.status(
              "elements in another order",
              text ->
                  text.replaceFirst(
                      "(<ocpp:connectorId>.*?</ocpp:connectorId>)(<ocpp:status>.*?</ocpp:status>)",
                      "$2$1")),
          Quirk.status(
              "an element of the vendor's own",
              before("</ocpp:statusNotificationRequest>", "<ocpp:lockState>1</ocpp:lockState>")),
          Quirk.status(
              "elements without a namespace",
              text ->
                  text.replaceAll("<(/?)ocpp:(connectorId|status|errorCode|timestamp)>", "<$1$2>")),
          Quirk.status("connector number padded", in("ocpp:connectorId", " 1 ")),
          Quirk.start("time without a zone", time("2026-01-02T03:04:05")),
          Quirk.start("time with a blank", time("2026-01-02 03:04:06")),
          Quirk.start("zone without a colon", time("2026-01-02T03:04:07+0200")),
          Quirk.start("zone of hours only", time("2026-01-02T03:04:08+02")),
          Quirk.start("a day that never was", time("2026-02-29T03:04:09Z")),
          Quirk.start("fractional meter value", in("ocpp:meterStart", "1500.5")),
          Quirk.start("tag padded", in("ocpp:idTag", " TAG-1\n")));

  private static UnaryOperator<String> without(String element) {
    return text -> text.replaceFirst("<" + element + ".*?</" + element + ">", "");
  }

  private static UnaryOperator<String> twice(String element) {
    return text -> text.replaceFirst("<" + element + ".*?</" + element + ">", "$0$0");
  }

  private static UnaryOperator<String> in(String element, String content) {
    return text ->
        text.replaceFirst(
            "(<" + element + "(?: [^>]*)?>).*?(</" + element + ">)", "$1" + content + "$2");
  }

  private static UnaryOperator<String> before(String place, String more) {
    return text -> text.replace(place, more + place);
  }

  private static UnaryOperator<String> time(String content) {
    return in("ocpp:timestamp", content);
  }

  private static byte[] coded(byte[] plain, boolean gzip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream coder = gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
      coder.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
