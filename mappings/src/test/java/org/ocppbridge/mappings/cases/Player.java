package org.ocppbridge.mappings.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Losses;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Content;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Limits;
import org.w3c.dom.Element;

/**
 * Plays exchanges of one charger through the reader, the SOAP dialect, the JSON dialect and its
 * steps, in the order in which the bridge does it, and keeps what came out. The CSMS and the
 * charger answer as the case says, at once.
 */
final class Player {

  private final SoapVersion version;
  private final SoapDialect soap;
  private final JsonDialect json;
  private final Instant now;
  private final EnvelopeReader reader = new EnvelopeReader(Limits.DEFAULT);
  private ChargerState state;
  private long lastRow;

  // What came out of the exchange at work, and what is to come in.
  private final List<Map.Entry<String, JsonNode>> calls = new ArrayList<>();
  private final List<Element> commands = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private Reply reply = new Reply.None("not in this case");
  private Optional<String> chargerAnswers = Optional.empty();

  /**
   * What an exchange led to.
   *
   * @param calls to the CSMS
   * @param commands to the charger
   * @param answer to the charger's own request
   * @param csmsAnswer to the CSMS's CALL
   * @param fault instead of an answer
   */
  record Outcome(
      List<Map.Entry<String, JsonNode>> calls,
      List<Element> commands,
      Optional<Element> answer,
      Optional<CsmsAnswer> csmsAnswer,
      Optional<BridgeFault> fault,
      List<Loss> losses) {}

  Player(SoapVersion version, JsonDialect json, Instant now) {
    this.version = version;
    this.soap = SoapDialect.of(version);
    this.json = json;
    this.now = now;
    this.state = ChargerState.fresh(new ChargerId("CP-1"), version, 0);
  }

  /** What a charger in use has done before: it booted, and the CSMS accepted it. */
  void boot() {
    ObjectNode accepted =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "Accepted")
            .put("currentTime", now.toString())
            .put("interval", 300);
    String request =
        """
        <cs:bootNotificationRequest>
          <cs:chargePointVendor>Acme</cs:chargePointVendor>
          <cs:chargePointModel>Any</cs:chargePointModel>
        </cs:bootNotificationRequest>
        """;
    Optional<String> none = Optional.empty();
    play(
        new CaseFile.FromCharger(
            request, List.of(), Optional.of(accepted), none, none, none, List.of()));
  }

  Outcome play(CaseFile.Exchange exchange) {
    calls.clear();
    commands.clear();
    losses.clear();
    return switch (exchange) {
      case CaseFile.FromCharger asked -> fromCharger(asked);
      case CaseFile.FromCsms asked -> fromCsms(asked);
    };
  }

  private Outcome fromCharger(CaseFile.FromCharger asked) {
    chargerAnswers = Optional.empty();
    reply =
        asked
            .reply()
            .<Reply>map(Reply.Result::new)
            .or(() -> asked.refused().map(code -> new Reply.Error(code, "")))
            .orElse(new Reply.None("not in this case"));
    try {
      return outcome(Optional.of(answer(asked)), Optional.empty(), Optional.empty());
    } catch (BridgeFault fault) {
      return outcome(Optional.empty(), Optional.empty(), Optional.of(fault));
    }
  }

  private Element answer(CaseFile.FromCharger asked) {
    Envelope envelope = reader.readRequest(Xml.envelope(asked.soap(), version), Optional.empty());
    losses.addAll(envelope.losses());
    Content.Payload payload = envelope.payload();
    Operation<?, ?> operation =
        soap.operation(Operation.Asker.CHARGER, payload.body().name()).orElseThrow();
    return ask(operation, payload.body());
  }

  private <Q, A> Element ask(
      Operation<Q, A> operation, org.ocppbridge.mappings.soap.envelope.Element body) {
    Reading reading = Reading.utc(now);
    Q request = soap.request(operation, Xml.bind(body, soap.requestType(operation)), reading);
    losses.addAll(reading.losses().list());
    A answer = walk(json.fromCharger(operation, request, view()));
    Losses writing = new Losses();
    Object generated = soap.answer(operation, answer, writing);
    losses.addAll(writing.list());
    return write(generated, version.centralSystemNamespace(), SoapDialect.answerElement(operation));
  }

  private Outcome fromCsms(CaseFile.FromCsms asked) {
    reply = new Reply.None("not in this case");
    chargerAnswers = asked.chargerAnswers();
    CsmsAnswer answer = walk(json.fromCsms(asked.action(), asked.payload(), view()));
    return outcome(Optional.empty(), Optional.of(answer), Optional.empty());
  }

  private Outcome outcome(
      Optional<Element> answer, Optional<CsmsAnswer> csmsAnswer, Optional<BridgeFault> fault) {
    return new Outcome(
        List.copyOf(calls), List.copyOf(commands), answer, csmsAnswer, fault, List.copyOf(losses));
  }

  private <A> A walk(Step<A> first) {
    Step<A> step = first;
    while (true) {
      switch (step) {
        case Step.Done<A> done -> {
          note(done.changes(), done.losses());
          done.afterwards().forEach(message -> call(row(message)));
          return done.answer();
        }
        case Step.AskCsms<A> ask -> step = askCsms(ask);
        case Step.AskCharger<?, ?, A> ask -> step = askCharger(ask);
      }
    }
  }

  private <A> Step<A> askCsms(Step.AskCsms<A> ask) {
    note(ask.changes(), ask.losses());
    ask.others().forEach(message -> call(row(message)));
    Queued row = row(ask.message());
    boolean stored = ask.message().delivery() == Message.Delivery.TRANSACTION;
    boolean waits = !ask.patience().isZero();
    Step<A> next = waits ? null : ask.next().after(new Reply.None("nobody waits"), view());
    call(row);
    if ((stored || !waits) && !(reply instanceof Reply.None)) {
      walk(json.delivered(row, reply, view()));
    }
    return waits ? ask.next().after(reply, view()) : next;
  }

  private Queued row(Message message) {
    long number = message.delivery() == Message.Delivery.TRANSACTION ? ++lastRow : 0;
    return new Queued(number, message, now, 0, now);
  }

  private void call(Queued row) {
    boolean stored = row.message().delivery() == Message.Delivery.TRANSACTION;
    ObjectNode payload = stored ? json.atSending(row, view()) : row.message().payload();
    calls.add(Map.entry(row.message().action(), payload));
  }

  private <Q, B, A> Step<A> askCharger(Step.AskCharger<Q, B, A> ask) {
    note(ask.changes(), ask.losses());
    return ask.next().after(command(ask.operation(), ask.request()), view());
  }

  private <Q, B> ChargerReply<B> command(Operation<Q, B> operation, Q request) {
    Losses writing = new Losses();
    Object generated = soap.command(operation, request, writing);
    losses.addAll(writing.list());
    commands.add(
        write(generated, version.chargePointNamespace(), SoapDialect.requestElement(operation)));
    return chargerAnswers
        .map(text -> read(operation, text))
        .orElse(failed(ChargerFailed.Why.SILENT, "no answer in this case"));
  }

  private <B> ChargerReply<B> read(Operation<?, B> operation, String text) {
    Envelope envelope =
        reader.readAnswer(Xml.envelope(text, version), Optional.empty(), version, operation.name());
    losses.addAll(envelope.losses());
    return switch (envelope.content()) {
      case Content.SoapFault fault -> failed(why(fault), fault.reason());
      case Content.Unknown unknown ->
          failed(ChargerFailed.Why.WRONG_ANSWER, unknown.why().getMessage());
      case Content.Payload payload -> {
        Reading reading = Reading.utc(now);
        Object generated = Xml.bind(payload.body(), soap.answerType(operation));
        B answer = soap.commandAnswer(operation, generated, reading);
        losses.addAll(reading.losses().list());
        yield new ChargerReply.Answered<>(answer);
      }
    };
  }

  private static ChargerFailed.Why why(Content.SoapFault fault) {
    return fault.subcodes().contains("NotSupported")
        ? ChargerFailed.Why.NOT_SUPPORTED
        : ChargerFailed.Why.FAULT;
  }

  private static <B> ChargerReply<B> failed(ChargerFailed.Why why, String message) {
    return new ChargerReply.Failed<>(new ChargerFailed(why, message));
  }

  @SuppressWarnings("unchecked") // an object's class is its own
  private static <T> Element write(T generated, String namespace, String name) {
    return Xml.write(generated, (Class<T>) generated.getClass(), namespace, name);
  }

  private void note(List<Change> changes, List<Loss> lost) {
    state = state.apply(changes);
    losses.addAll(lost);
  }

  private ChargerView view() {
    return new ChargerView(state, now, Policy.DEFAULT);
  }
}
