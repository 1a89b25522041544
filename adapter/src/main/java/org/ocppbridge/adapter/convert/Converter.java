package org.ocppbridge.adapter.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.soap.Losses;
import org.ocppbridge.mappings.soap.Reading;
import org.ocppbridge.mappings.soap.SoapDialect;
import org.ocppbridge.mappings.soap.envelope.Element;
import org.ocppbridge.mappings.soap.envelope.Envelope;
import org.ocppbridge.mappings.soap.envelope.EnvelopeReader;
import org.ocppbridge.mappings.soap.envelope.Form;
import org.ocppbridge.mappings.soap.envelope.Limits;

/** Converts one message as the bridge would, for a charger of which nothing is known. */
final class Converter {
  private static final int CALL = 2;

  private final SoapVersion version;
  private final SoapDialect soap;
  private final JsonDialect json;
  private final Instant now;
  private final Supplier<String> ids;
  private final List<Loss> losses = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Converter(SoapVersion version, Target target, Instant now, Optional<Long> seed) {
    this.version = version;
    this.soap = SoapDialect.of(version);
    this.json =
        switch (target) {
          case OCPP16 -> new Json16();
          case OCPP201 -> new Json201();
        };
    this.now = now;
    this.ids = seed.map(Converter::seeded).orElse(() -> UUID.randomUUID().toString());
  }

  private static Supplier<String> seeded(long seed) {
    Random random = new Random(seed);
    return () -> new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** A charger's envelope: the frames that would go to the CSMS. */
  Converted envelope(byte[] bytes) {
    Envelope envelope = new EnvelopeReader(Limits.DEFAULT).readRequest(bytes, Optional.empty());
    losses.addAll(envelope.losses());
    Element body = envelope.payload().body();
    if (envelope.payload().message().contract().version() != version) {
      remarks.add(
          "the namespace says OCPP "
              + envelope.payload().message().contract().version()
              + ", not "
              + version);
    }
    SoapDialect dialect = SoapDialect.of(envelope.payload().message().contract().version());
    Operation<?, ?> operation =
        dialect
            .operation(Operation.Asker.CHARGER, body.name())
            .orElseThrow(() -> new IllegalArgumentException(body.name() + " is no request"));
    return new Converted(frames(dialect, operation, body), losses, remarks);
  }

  private <Q, A> List<String> frames(SoapDialect dialect, Operation<Q, A> operation, Element body) {
    Reading reading = Reading.utc(now);
    Q request =
        dialect.request(operation, Binding.bind(body, dialect.requestType(operation)), reading);
    losses.addAll(reading.losses().list());
    ChargerView view = view(PassedThrough.ofCharger(request, json.target(), now));
    Step<A> step = json.fromCharger(operation, request, view);
    return switch (step) {
      case Step.AskCsms<A> ask -> {
        losses.addAll(ask.losses());
        List<Message> messages = new ArrayList<>(ask.others());
        messages.add(ask.message());
        ChargerState after = view.state().apply(ask.changes());
        yield messages.stream().map(message -> frame(message, after)).toList();
      }
      case Step.Done<A> done -> {
        losses.addAll(done.losses());
        remarks.add("answered by the bridge itself: " + Json.tree(done.answer()));
        yield done.afterwards().stream().map(message -> frame(message, view.state())).toList();
      }
      case Step.AskCharger<?, ?, A> ask ->
          throw new IllegalStateException(operation + " asks the charger " + ask.operation());
    };
  }

  private String frame(Message message, ChargerState state) {
    boolean stored = message.delivery() == Message.Delivery.TRANSACTION;
    ObjectNode payload =
        stored
            ? json.atSending(
                new Queued(1, message, now, 0, now), new ChargerView(state, now, Policy.DEFAULT))
            : message.payload();
    return JsonNodeFactory.instance
        .arrayNode()
        .add(CALL)
        .add(ids.get())
        .add(message.action())
        .add(payload)
        .toString();
  }

  /** A CALL of the CSMS: the envelope that would go to the charger, or the bridge's own answer. */
  Converted call(byte[] bytes) throws IOException {
    JsonNode frame = tree(bytes);
    if (!frame.isArray()
        || frame.size() != 4
        || frame.get(0).asInt() != CALL
        || !(frame.get(3) instanceof ObjectNode payload)) {
      throw new IllegalArgumentException("a CALL is [2, id, action, {…}]");
    }
    ChargerView view = view(PassedThrough.ofCsms(payload, now));
    Step<CsmsAnswer> step = json.fromCsms(frame.get(2).asText(), payload, view);
    return new Converted(toCharger(step, view.state()), losses, remarks);
  }

  private static JsonNode tree(byte[] bytes) throws IOException {
    try {
      return Json.READER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new IOException("the message is no JSON: " + e.getOriginalMessage(), e);
    } catch (NumberFormatException e) {
      throw new IOException("the message has a number that nobody can work with", e);
    }
  }

  /** The envelope; if the bridge answers by itself the frames that follow the answer. */
  private List<String> toCharger(Step<CsmsAnswer> step, ChargerState state)
      throws JsonProcessingException {
    switch (step) {
      case Step.AskCharger<?, ?, CsmsAnswer> ask -> {
        losses.addAll(ask.losses());
        return List.of(envelope(ask));
      }
      case Step.Done<CsmsAnswer> done -> {
        losses.addAll(done.losses());
        remarks.add("answered by the bridge itself: " + words(done.answer()));
        return done.afterwards().stream().map(message -> frame(message, state)).toList();
      }
      case Step.AskCsms<CsmsAnswer> ask -> {
        remarks.add("asks the CSMS first: " + ask.message().action());
        return List.of();
      }
    }
  }

  private static String words(CsmsAnswer answer) throws JsonProcessingException {
    return switch (answer) {
      case CsmsAnswer.Result result -> Json.READER.writeValueAsString(result.payload());
      case CsmsAnswer.Error error -> error.code() + " " + error.description();
      case CsmsAnswer.Silence silence -> "nothing, " + silence.reason();
    };
  }

  private <Q> String envelope(Step.AskCharger<Q, ?, ?> ask) {
    Losses writing = new Losses();
    Object generated = soap.command(ask.operation(), ask.request(), writing);
    losses.addAll(writing.list());
    QName name =
        new QName(
            version.chargePointNamespace(), SoapDialect.requestElement(ask.operation()), "ocpp");
    Form form = new Form(false, Optional.of(version.chargePointNamespace()), Optional.empty());
    Element identity =
        Element.leaf(version.chargePointNamespace(), "chargeBoxIdentity", charger().value());
    return new String(
        Binding.envelope(form, List.of(identity), name, generated), StandardCharsets.UTF_8);
  }

  private ChargerView view(PassedThrough passed) {
    losses.addAll(passed.losses());
    ChargerState state = ChargerState.fresh(charger(), version, 0).apply(passed.changes());
    return new ChargerView(state, now, Policy.DEFAULT);
  }

  private static ChargerId charger() {
    return new ChargerId("CHARGER");
  }
}
