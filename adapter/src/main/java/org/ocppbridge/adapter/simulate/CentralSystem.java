package org.ocppbridge.adapter.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import javax.xml.stream.XMLStreamException;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.adapter.witness.XmlCheck;
import org.ocppbridge.mappings.ChargerId;

/**
 * The central system as one charger sees it: asks it over SOAP, judges every answer, repeats
 * transaction messages in their order.
 */
final class CentralSystem implements AutoCloseable {
  private final ChargerId id;
  private final SimulateOptions options;
  private final String from;
  private final XmlCheck check;
  private final Pace pace;
  private final Tally tally;
  private final Exchanges exchanges;
  private final RandomGenerator random;
  private final HttpPost http;
  private final ReentrantLock transactions = new ReentrantLock(true);

  CentralSystem(ChargerId id, String from, Simulation simulation, RandomGenerator random) {
    this.id = id;
    this.options = simulation.options();
    this.from = from;
    this.check = simulation.check();
    this.pace = simulation.pace();
    this.tally = simulation.tally();
    this.exchanges = simulation.exchanges();
    this.random = random;
    this.http = new HttpPost(options.url(), options.keepAlive());
  }

  /**
   * Asks once.
   *
   * @return the body of the answer, which keeps to the contract
   * @throws CallFailed if no such answer came; counted already
   */
  Xml ask(String operation, Xml request) throws CallFailed {
    String messageId = messageId();
    String envelope =
        EnvelopeWriter.request(
            id.value(), operation, messageId, from, options.url().toString(), request);
    byte[] bytes = envelope.getBytes(StandardCharsets.UTF_8);
    return send(
        new Request(operation, operation, messageId, bytes, List.of(contentType(operation))));
  }

  /**
   * Delivers a transaction message: repeats the same content until it is answered or the attempts
   * are used up (OCPP 1.6 errata 3.18). One after another, so that a later message never overtakes.
   */
  Xml deliver(String operation, Xml request) throws CallFailed {
    transactions.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return ask(operation, request);
        } catch (CallFailed e) {
          if (e.kind() == CallFailed.Kind.WRONG_ANSWER
              || attempt >= options.attempts()
              || !pace.rest(options.retryInterval())) {
            throw e;
          }
          tally.repeated();
        }
      }
    } finally {
      transactions.unlock();
    }
  }

  /**
   * One request.
   *
   * @param label what it is counted as
   * @param messageId what the answer has to relate to; empty if the answer's form is not looked at
   * @param headers HTTP headers
   */
  record Request(
      String operation, String label, String messageId, byte[] envelope, List<String> headers) {}

  static String contentType(String operation) {
    return "Content-Type: application/soap+xml; charset=utf-8; action=\"/" + operation + "\"";
  }

  String messageId() {
    return "urn:uuid:"
        + new UUID(
            random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
  }

  /** The endpoint of this charger. */
  String from() {
    return from;
  }

  /** Sends a request as it stands and judges the answer. */
  Xml send(Request request) throws CallFailed {
    Instant at = pace.exactNow();
    long began = System.nanoTime();
    byte[] response = new byte[0];
    Optional<String> problem = Optional.empty();
    try {
      HttpPost.Answer answer =
          http.send(request.headers(), request.envelope(), options.callTimeout());
      response = answer.body();
      Xml body = judge(request, answer);
      tally.ok(request.label(), since(began));
      return body;
    } catch (IOException e) {
      problem = Optional.of(request.label() + " of " + id + ": no answer: " + e.getMessage());
      throw new CallFailed(CallFailed.Kind.NO_ANSWER, problem.get());
    } catch (CallFailed e) {
      problem = Optional.of(request.label() + " of " + id + ": " + e.getMessage());
      throw new CallFailed(e.kind(), problem.get());
    } finally {
      problem.ifPresent(text -> tally.failed(request.label(), text));
      exchanges.done(
          new Exchange(
              id,
              Exchange.Direction.FROM_CHARGER,
              request.operation(),
              new String(request.envelope(), StandardCharsets.UTF_8),
              new String(response, StandardCharsets.UTF_8),
              at,
              since(began),
              problem));
    }
  }

  private Xml judge(Request request, HttpPost.Answer answer) throws CallFailed {
    Envelope envelope;
    try {
      envelope = Envelope.parse(answer.body());
    } catch (XMLStreamException e) {
      throw answer.status() == 200
          ? new CallFailed(
              CallFailed.Kind.WRONG_ANSWER, "the answer is no envelope: " + e.getMessage())
          : new CallFailed(CallFailed.Kind.HTTP_ERROR, "HTTP status " + answer.status());
    }
    Optional<String> fault = envelope.fault();
    if (fault.isPresent()) {
      throw new CallFailed(
          CallFailed.Kind.FAULT, "HTTP status " + answer.status() + ", fault " + fault.get());
    }
    if (answer.status() != 200) {
      throw new CallFailed(CallFailed.Kind.HTTP_ERROR, "HTTP status " + answer.status());
    }
    require(check.response(Side.Cs, request.operation(), envelope.body()));
    if (!request.messageId().isEmpty()) {
      require("RelatesTo", envelope.addressing("RelatesTo"), request.messageId());
      require("Action", envelope.addressing("Action"), "/" + request.operation() + "Response");
      require(
          "namespace",
          Optional.of(envelope.body().namespace()),
          options.version().centralSystemNamespace());
      require("envelope namespace", Optional.of(envelope.namespace()), EnvelopeWriter.SOAP12);
    }
    return envelope.body();
  }

  private static void require(List<Deviation> deviations) throws CallFailed {
    if (!deviations.isEmpty()) {
      throw new CallFailed(
          CallFailed.Kind.WRONG_ANSWER, "the answer breaks the contract: " + deviations);
    }
  }

  private static void require(String what, Optional<String> is, String expected) throws CallFailed {
    if (!is.equals(Optional.of(expected))) {
      throw new CallFailed(
          CallFailed.Kind.WRONG_ANSWER,
          what
              + " of the answer is "
              + is.map(text -> "'" + text + "'").orElse("missing")
              + ", not '"
              + expected
              + "'");
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Override
  public void close() {
    http.close();
  }
}
