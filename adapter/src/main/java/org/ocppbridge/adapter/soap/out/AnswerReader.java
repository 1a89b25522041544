package org.ocppbridge.adapter.soap.out;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Wire;
import org.ocppbridge.adapter.soap.ContentCoding;
import org.ocppbridge.adapter.soap.GrowingBytes;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Limits;

/**
 * Tells from an HTTP answer what a charger said: the answer that was asked for, or why there is
 * none. Safe for use by many threads.
 */
final class AnswerReader {

  /** Statuses with which an HTTP server says that it has no such thing (MR B0). */
  private static final Set<Integer> NO_SUCH_THING = Set.of(404, 405, 501);

  /** OCPP-S 1.6 §4, and the fault of WS-Addressing for an action that is not known. */
  private static final Set<String> NOT_SUPPORTED = Set.of("notsupported", "actionnotsupported");

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s\";,]+)", Pattern.CASE_INSENSITIVE);

  private final EnvelopeReader envelopes;
  private final int limit;

  /**
   * @param limit longest envelope in bytes, after decompression
   * @param xml limits of the XML in it
   */
  AnswerReader(int limit, Limits xml) {
    this.envelopes = new EnvelopeReader(xml);
    this.limit = limit;
  }

  /**
   * Reads an answer.
   *
   * @return an envelope whose content is a {@link Content.Payload}
   * @throws ExchangeFailure NOT_SOAP, FAULT, NOT_SUPPORTED or WRONG_ANSWER
   */
  Envelope read(HttpAnswer answer, SoapVersion version, String operation) throws ExchangeFailure {
    if (answer.status() / 100 == 3) {
      Recording.current().soap(Wire.Way.CHARGER_TO_BRIDGE, answer.status(), answer.body());
      throw new ExchangeFailure(
          Why.NOT_SOAP,
          "HTTP "
              + answer.status()
              + " to '"
              + Printable.of(answer.location())
              + "', which is not followed");
    }
    Envelope envelope = envelope(answer, version, operation);
    switch (envelope.content()) {
      case Content.Payload payload -> {
        return envelope;
      }
      case Content.SoapFault fault -> throw fault(fault);
      case Content.Unknown unknown ->
          throw new ExchangeFailure(Why.WRONG_ANSWER, unknown.why().getMessage());
    }
  }

  private Envelope envelope(HttpAnswer answer, SoapVersion version, String operation)
      throws ExchangeFailure {
    byte[] body = plain(answer);
    Recording.current().soap(Wire.Way.CHARGER_TO_BRIDGE, answer.status(), body);
    try {
      if (body.length == 0) {
        throw new BridgeFault.ProtocolError("the answer is empty");
      }
      return envelopes.readAnswer(body, charset(answer.contentType()), version, operation);
    } catch (BridgeFault.ProtocolError e) {
      throw noSoap(answer, e.getMessage());
    }
  }

  /** The plain bytes; those that came, if they cannot be decompressed: perhaps they are XML. */
  private byte[] plain(HttpAnswer answer) throws ExchangeFailure {
    GrowingBytes plain = new GrowingBytes(limit, more -> true);
    try {
      return ContentCoding.decode(answer.body(), answer.contentEncoding(), plain);
    } catch (GrowingBytes.Full full) {
      throw BodyReader.tooLong(limit);
    } catch (IOException notCompressedAfterAll) {
      return answer.body();
    }
  }

  private static ExchangeFailure noSoap(HttpAnswer answer, String reason) {
    String status = "HTTP " + answer.status();
    if (NO_SUCH_THING.contains(answer.status())) {
      return new ExchangeFailure(
          Why.NOT_SUPPORTED,
          status + " without SOAP: it does not serve this operation or this path");
    }
    String cut = answer.cut() ? ", cut after " + answer.body().length + " bytes" : "";
    return new ExchangeFailure(Why.NOT_SOAP, status + cut + ": " + reason);
  }

  private static ExchangeFailure fault(Content.SoapFault fault) {
    List<String> codes = Stream.concat(Stream.of(fault.code()), fault.subcodes().stream()).toList();
    boolean notSupported =
        codes.stream().anyMatch(code -> NOT_SUPPORTED.contains(code.toLowerCase(Locale.ROOT)));
    return new ExchangeFailure(
        notSupported ? Why.NOT_SUPPORTED : Why.FAULT,
        "SOAP fault "
            + codes.stream().map(Printable::of).collect(Collectors.joining("/"))
            + reason(fault.reason()));
  }

  private static String reason(String reason) {
    return reason.isEmpty() ? " without a reason" : ": " + Printable.of(reason);
  }

  private static Optional<String> charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
