package org.ocppbridge.adapter.soap.in;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ocppbridge.adapter.ledger.Direction;
import org.ocppbridge.adapter.ledger.Origin;
import org.ocppbridge.adapter.ledger.Outcome;
import org.ocppbridge.adapter.ledger.Recording;
import org.ocppbridge.adapter.ledger.Wire;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.soap.ContentCoding;
import org.ocppbridge.adapter.soap.GrowingBytes;
import org.ocppbridge.adapter.soap.Proof;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.adapter.watch.Outcomes;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Printable;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Contract;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.EnvelopeWriter;
import org.ocppbridge.mappings.soap.envelope.FaultCode;
import org.ocppbridge.mappings.soap.envelope.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange from the bytes of the request to the bytes of the answer, on a virtual thread. The
 * order of the checks: readable, identity, admission, operation; then the request is bound and
 * asked. Every refusal is logged here, once, in one line.
 */
final class SoapExchanges {

  private static final Logger LOG = LoggerFactory.getLogger(SoapExchanges.class);

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;,\"']+)");

  private final SoapSettings settings;
  private final EnvelopeReader reader;
  private final ChargerRequests requests;
  private final CxfEndpoints endpoints;
  private final Supplier<String> messageIds;
  private final RefusalLog refusals;
  private final Pace.Of paces;
  private final Watch watch;

  SoapExchanges(
      SoapSettings settings,
      ChargerRequests requests,
      CxfEndpoints endpoints,
      Supplier<String> messageIds,
      RefusalLog refusals,
      Pace.Of paces,
      Watch watch) {
    this.paces = paces;
    this.watch = watch;
    this.settings = settings;
    this.reader = new EnvelopeReader(settings.xml());
    this.requests = requests;
    this.endpoints = endpoints;
    this.messageIds = messageIds;
    this.refusals = refusals;
  }

  /**
   * @param proof what came with the request besides its text
   * @param hold the body's share of the budget; the caller releases it
   */
  void serve(HttpServerExchange exchange, Proof proof, byte[] body, BodyBudget.Hold hold) {
    try (WatchedExchange watched =
        WatchedExchange.begin(WatchedExchange.Direction.FROM_CHARGER, watch)) {
      Progress progress = new Progress(watched);
      Recording recording = requests.recorder().begin(Direction.TO_CSMS, Origin.CHARGER);
      recording.address(exchange.getSourceAddress().getAddress().getHostAddress());
      try {
        recording.during(() -> serve(exchange, proof, body, hold, progress));
      } finally {
        recording.answered();
      }
    }
  }

  private void serve(
      HttpServerExchange exchange,
      Proof proof,
      byte[] body,
      BodyBudget.Hold hold,
      Progress progress) {
    try {
      byte[] answer = answer(exchange, proof, plain(exchange, body, hold), progress);
      send(exchange, StatusCodes.OK, progress.form(), answer);
      progress.watched.ends("answered", "");
    } catch (BridgeFault fault) {
      refuse(exchange, progress, fault);
    } catch (RuntimeException unexpected) {
      LOG.error("{}: an error of the bridge", who(exchange, progress), unexpected);
      Recording.current().outcome(Outcome.FAULT, "an error of the bridge");
      fail(exchange, progress, FaultCode.INTERNAL_ERROR, "internal error");
    } catch (Error fatal) {
      // Out of memory, for example: nothing can be said of what was done, so nothing is.
      close(exchange, fatal.toString());
      throw fatal;
    }
  }

  /** The body without compression. What finds no space may be a transaction message: closed. */
  private byte[] plain(HttpServerExchange exchange, byte[] body, BodyBudget.Hold hold) {
    String coding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
    try {
      return ContentCoding.decode(
          body, coding, new GrowingBytes(settings.sizes().inflated(), hold::grow));
    } catch (GrowingBytes.Full full) {
      if (full.tooLong()) {
        throw new BridgeFault.ProtocolError(full.getMessage() + " after decompression");
      }
      throw new BridgeFault.NotStored("the bodies under way are too many");
    } catch (ContentCoding.Unknown unknown) {
      throw new BridgeFault.ProtocolError(unknown.getMessage());
    } catch (IOException broken) {
      throw new BridgeFault.ProtocolError("cannot be decompressed: " + broken.getMessage());
    }
  }

  private byte[] answer(HttpServerExchange exchange, Proof proof, byte[] plain, Progress progress) {
    HeaderMap headers = exchange.getRequestHeaders();
    Recording.current().soap(Wire.Way.CHARGER_TO_BRIDGE, 0, plain);
    Envelope envelope = reader.readRequest(plain, charset(headers.get(Headers.CONTENT_TYPE)));
    progress.envelope = Optional.of(envelope);
    ChargerId id = envelope.charger();
    progress.watched.of(id);
    Optional<SoapVersion> version =
        envelope.form().service().flatMap(Contract::ofNamespace).map(Contract::version);
    version.ifPresent(progress.watched::soap);
    Recording.current().charger(id.value(), version.map(SoapVersion::label).orElse(""));
    Optional<Caller> caller =
        version.map(
            v ->
                new Caller(
                    id,
                    v,
                    exchange.getSourceAddress(),
                    envelope.from(),
                    envelope.form().soap11(),
                    proof));
    if (envelope.content() instanceof Content.Payload payload) {
      progress.operation = Optional.of(payload.message().operation());
      progress.watched.asks(payload.message().operation());
      Recording.current().operation(payload.message().operation());
    }
    caller.ifPresent(requests::admit);
    if (!paces.chargers().take(id.value())) {
      throw new BridgeFault.Overloaded("soap.rate.perCharger is reached");
    }
    Content.Payload payload = envelope.payload();
    noteAction(envelope, payload);
    return endpoints.ask(
        caller.orElseThrow(() -> new BridgeFault.NotSupported("the OCPP version is not known")),
        envelope,
        payload,
        messageIds.get());
  }

  /**
   * The body decides what is asked; an action that says otherwise is worth a note and nothing more
   * (FF A17, CVE-2012-3451).
   */
  private static void noteAction(Envelope envelope, Content.Payload payload) {
    envelope
        .action()
        .filter(action -> !action.endsWith("/" + payload.message().operation()))
        .ifPresent(
            action ->
                LOG.debug(
                    "{}: the action '{}' does not fit {}",
                    Printable.of(envelope.identity().orElse("")),
                    Printable.of(action),
                    payload.message().element()));
  }

  private static Optional<String> charset(HeaderValues contentTypes) {
    if (contentTypes == null) {
      return Optional.empty();
    }
    return contentTypes.stream()
        .map(CHARSET::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private void refuse(HttpServerExchange exchange, Progress progress, BridgeFault fault) {
    progress.watched.ends(Outcomes.of(fault), String.valueOf(fault.getMessage()));
    boolean told =
        refusals.tell(
            exchange,
            who(exchange, progress)
                + ": "
                + fault.getClass().getSimpleName()
                + ": "
                + fault.getMessage());
    Recording.current().outcome(outcome(fault), fault.getMessage());
    if (!told && !(fault instanceof BridgeFault.NotStored)) {
      // Whoever asks for nonsense without end must not push out what is worth keeping.
      Recording.current().discard();
    }
    if (fault instanceof BridgeFault.UnknownCharger || fault instanceof BridgeFault.ProtocolError) {
      boolean _ = paces.refused().take(exchange.getSourceAddress().getAddress());
    }
    if (fault instanceof BridgeFault.UnknownCharger unknown && unknown.wantsPassword()) {
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Basic realm=\"ocpp\"");
    }
    tellMistake(progress, fault);
    boolean overloaded =
        fault instanceof BridgeFault.Overloaded
            || fault instanceof BridgeFault.NotStored
                && progress.operation.isPresent()
                && !progress.isHeartbeat();
    Optional<FaultCode> code = FaultCode.of(fault);
    boolean mayFault =
        !progress.isTransaction() || code.map(SoapExchanges::isForTransactions).orElse(false);
    if (mayFault && code.isPresent()) {
      fail(exchange, progress, code.get(), told(fault));
    } else if (mayFault && overloaded) {
      HttpGate.unavailable(exchange);
    } else {
      close(exchange, fault.getMessage());
    }
  }

  private void tellMistake(Progress progress, BridgeFault fault) {
    String charger = progress.envelope.flatMap(Envelope::identity).orElse("");
    Optional<String> namespace = progress.form().service();
    if (fault instanceof BridgeFault.UnknownCharger) {
      watch.noticed(Mistake.NOT_LET_IN, charger, fault.getMessage());
    } else if (namespace.isPresent() && namespace.flatMap(Contract::ofNamespace).isEmpty()) {
      watch.noticed(
          Mistake.WRONG_NAMESPACE,
          charger,
          "its body is in '" + Printable.of(namespace.get()) + "'");
    }
  }

  /** Who is not let in is not told why: that would tell what to show instead. The log says it. */
  private static String told(BridgeFault fault) {
    return fault instanceof BridgeFault.UnknownCharger
        ? "this charger is not let in"
        : fault.getMessage();
  }

  private static Outcome outcome(BridgeFault fault) {
    return switch (fault) {
      case BridgeFault.Undecided undecided -> Outcome.FAULT;
      case BridgeFault.NotStored notStored -> Outcome.CLOSED;
      default -> Outcome.REFUSED;
    };
  }

  private static void close(HttpServerExchange exchange, String why) {
    Recording.current().outcome(Outcome.CLOSED, why);
    Connections.close(exchange);
  }

  private void fail(HttpServerExchange exchange, Progress progress, FaultCode code, String reason) {
    if (progress.isTransaction() && !isForTransactions(code)) {
      close(exchange, reason);
      return;
    }
    Form form = progress.form();
    Optional<String> relatesTo = progress.envelope.flatMap(Envelope::messageId);
    byte[] fault = EnvelopeWriter.fault(form, relatesTo, messageIds.get(), code, reason);
    boolean unauthorized = exchange.getResponseHeaders().contains(Headers.WWW_AUTHENTICATE);
    send(exchange, unauthorized ? StatusCodes.UNAUTHORIZED : status(form, code), form, fault);
  }

  /** Only where the same message would never be taken: of a stranger, or without any content. */
  private static boolean isForTransactions(FaultCode code) {
    return code == FaultCode.SECURITY_ERROR || code == FaultCode.PROTOCOL_ERROR;
  }

  /** SOAP 1.2 part 2 §7.5.2.2: 400 for Sender, else 500; SOAP 1.1 §6.2: 500. */
  private static int status(Form form, FaultCode code) {
    return code.sender() && !form.soap11()
        ? StatusCodes.BAD_REQUEST
        : StatusCodes.INTERNAL_SERVER_ERROR;
  }

  private static void send(HttpServerExchange exchange, int status, Form form, byte[] answer) {
    Recording.current().soap(Wire.Way.BRIDGE_TO_CHARGER, status, answer);
    String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
    Optional<String> coding = ContentCoding.accepted(accept, answer.length);
    byte[] body = coding.map(c -> ContentCoding.encode(answer, c)).orElse(answer);
    HeaderMap headers = exchange.getResponseHeaders();
    coding.ifPresent(c -> headers.put(Headers.CONTENT_ENCODING, c));
    headers.put(Headers.CONTENT_TYPE, form.contentType());
    exchange.setStatusCode(status);
    exchange.setResponseContentLength(body.length);
    // On the I/O thread: were the exchange completed here, the I/O thread would spin meanwhile.
    exchange.dispatch(
        exchange.getIoThread(),
        (HttpHandler) sending -> sending.getResponseSender().send(ByteBuffer.wrap(body)));
  }

  private static String who(HttpServerExchange exchange, Progress progress) {
    String id = progress.envelope.flatMap(Envelope::identity).map(Printable::of).orElse("-");
    String operation = progress.operation.orElse("request");
    return "charger '" + id + "' at " + exchange.getSourceAddress() + ", " + operation;
  }

  /**
   * How far an exchange has come, so that what goes wrong is answered in the form of the request.
   */
  private static final class Progress {
    final WatchedExchange watched;
    Optional<Envelope> envelope = Optional.empty();
    Optional<String> operation = Optional.empty();

    Progress(WatchedExchange watched) {
      this.watched = watched;
    }

    Form form() {
      return envelope.map(Envelope::form).orElse(Form.UNKNOWN);
    }

    /** A charger that hears its Heartbeats answered takes its transactions as refused. */
    boolean isHeartbeat() {
      return operation.filter(Heartbeat.FROM_CHARGER.name()::equals).isPresent();
    }

    boolean isTransaction() {
      return operation.map(TransactionMessages::is).orElse(false);
    }
  }
}
