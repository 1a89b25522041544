package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.Operation;

/**
 * A bridge in the small: one charger, one CSMS, no time of its own. Carries steps out at once,
 * keeps the outbox, and checks each payload for the CSMS against the official schema.
 */
final class Play {

  /** A CALL that the CSMS got, or an answer. */
  record Sent(String action, ObjectNode payload) {}

  /** What the charger was asked. */
  record Asked(Operation<?, ?> operation, Object request) {}

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  final Json16 dialect = new Json16();
  final List<Sent> sent = new ArrayList<>();
  final List<Asked> asked = new ArrayList<>();
  final List<Loss> losses = new ArrayList<>();
  final Deque<Queued> outbox = new ArrayDeque<>();
  private final Deque<Message> kept = new ArrayDeque<>();
  private final Map<String, Function<ObjectNode, Reply>> csms = new HashMap<>();
  private final Map<Operation<?, ?>, Function<Object, ChargerReply<?>>> charger = new HashMap<>();

  Instant now = START;
  Policy policy = Policy.DEFAULT;

  /** Whether the CSMS is connected. */
  boolean up = true;

  /** Whether the CSMS takes transaction messages only after the charger has been answered. */
  boolean slow;

  ChargerState state;
  private long seq;
  private int csmsTransaction = 7000;

  Play(SoapVersion version) {
    state = ChargerState.fresh(new ChargerId("CP-1"), version, 100);
    csms("Authorize", "{\"idTagInfo\":{\"status\":\"Accepted\"}}");
    csms("BootNotification", boot("Accepted", 120));
    csms("Heartbeat", "{\"currentTime\":\"2026-03-01T12:00:07Z\"}");
    csms("DataTransfer", "{\"status\":\"Accepted\"}");
    csms("StopTransaction", "{\"idTagInfo\":{\"status\":\"Accepted\"}}");
    csms.put(
        "StartTransaction",
        payload ->
            result(
                "{\"transactionId\":"
                    + ++csmsTransaction
                    + ",\"idTagInfo\":{\"status\":\"Accepted\"}}"));
  }

  /** A charger that the CSMS has accepted. */
  static Play accepted(SoapVersion version) {
    Play play = new Play(version);
    play.ask(
        org.ocppbridge.mappings.model.BootNotification.FROM_CHARGER,
        new org.ocppbridge.mappings.model.BootNotification.Request(
            "Vendor", "Model", null, null, null, null, null, null, null));
    play.sent.clear();
    play.losses.clear();
    return play;
  }

  static String boot(String status, int interval) {
    return "{\"status\":\"%s\",\"currentTime\":\"2026-03-01T12:00:05Z\",\"interval\":%d}"
        .formatted(status, interval);
  }

  static Reply result(String json) {
    return new Reply.Result(object(json));
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  void csms(String action, String json) {
    csms.put(action, payload -> result(json));
  }

  void csmsRefuses(String action) {
    csms.put(action, payload -> new Reply.Error("InternalError", ""));
  }

  <Q, A> void charger(Operation<Q, A> operation, A answer) {
    charger.put(operation, request -> new ChargerReply.Answered<>(answer));
  }

  /** What the charger does between a command and its answer to it. */
  void chargerFirst(Operation<?, ?> operation, Runnable does, ChargerReply<?> reply) {
    charger.put(
        operation,
        request -> {
          does.run();
          return reply;
        });
  }

  void chargerFails(Operation<?, ?> operation, Why why) {
    charger.put(
        operation, request -> new ChargerReply.Failed<>(new ChargerFailed(why, "failed: " + why)));
  }

  ChargerView view() {
    return new ChargerView(state, now, policy);
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  /** The charger asks. */
  <Q, A> A ask(Operation<Q, A> operation, Q request) {
    return walk(dialect.fromCharger(operation, request, view()));
  }

  /** The CSMS asks. */
  CsmsAnswer call(String action, String json) {
    CsmsAnswer answer = walk(dialect.fromCsms(action, object(json), view()));
    if (answer instanceof CsmsAnswer.Result(ObjectNode payload)) {
      check(action + "Response", payload);
    }
    return answer;
  }

  /** The CSMS asks, and gets this status. */
  String status(String action, String json) {
    return ((CsmsAnswer.Result) call(action, json)).payload().path("status").asText();
  }

  /** The CSMS asks, and gets this CALLERROR. */
  String error(String action, String json) {
    return ((CsmsAnswer.Error) call(action, json)).code();
  }

  /** Time passes, and what is due by then happens. */
  void passes(Duration time) {
    later(time);
    for (var due : Map.copyOf(state.wakeUps()).entrySet()) {
      if (!due.getValue().isAfter(now)
          && due.getValue().equals(state.wakeUps().get(due.getKey()))) {
        walk(dialect.woken(due.getKey(), view()));
      }
    }
  }

  /** The CSMS is there again. */
  void comesBack() {
    up = true;
    walk(dialect.connected(view()));
    catchUp();
  }

  /** Sends what waits. */
  void catchUp() {
    for (Message message : List.copyOf(kept)) {
      if (mayGo(message)) {
        kept.remove(message);
        Reply reply = send(message.action(), message.payload());
        walk(dialect.delivered(new Queued(0, message, now, 0, now), reply, view()));
      }
    }
    while (up && !outbox.isEmpty() && mayGo(outbox.peek().message())) {
      deliver();
    }
  }

  /** Delivers the head of the outbox; one that the CSMS refuses is parked at once. */
  private Reply deliver() {
    Queued head = outbox.poll();
    Reply reply = send(head.message().action(), dialect.atSending(head, view()));
    walk(dialect.delivered(head, reply, view()));
    return reply;
  }

  List<String> actions() {
    return sent.stream().map(Sent::action).toList();
  }

  ObjectNode last(String action) {
    return sent.stream()
        .filter(s -> s.action().equals(action))
        .reduce((a, b) -> b)
        .orElseThrow()
        .payload();
  }

  private void note(List<Change> changes) {
    state = state.apply(changes);
  }

  private <A> A walk(Step<A> first) {
    Step<A> step = first;
    while (true) {
      switch (step) {
        case Step.Done<A> done -> {
          note(done.changes());
          losses.addAll(done.losses());
          done.afterwards().forEach(this::offer);
          return done.answer();
        }
        case Step.AskCsms<A> ask -> {
          note(ask.changes());
          losses.addAll(ask.losses());
          ask.others().forEach(this::offer);
          step = ask.next().after(offer(ask.message()), view());
        }
        case Step.AskCharger<?, ?, A> ask -> step = askCharger(ask);
      }
    }
  }

  private <Q, B, A> Step<A> askCharger(Step.AskCharger<Q, B, A> ask) {
    note(ask.changes());
    losses.addAll(ask.losses());
    asked.add(new Asked(ask.operation(), ask.request()));
    @SuppressWarnings("unchecked")
    ChargerReply<B> reply =
        (ChargerReply<B>)
            charger
                .getOrDefault(
                    ask.operation(),
                    request -> new ChargerReply.Failed<>(new ChargerFailed(Why.SILENT, "silent")))
                .apply(ask.request());
    return ask.next().after(reply, view());
  }

  private Reply offer(Message message) {
    if (message.delivery() == Delivery.TRANSACTION) {
      outbox.add(new Queued(++seq, message, now, 0, now));
      check(message.action(), message.payload());
      return slow ? new Reply.None("slow") : inOrder(message);
    }
    if (up && mayGo(message)) {
      return send(message.action(), message.payload());
    }
    if (message.delivery() != Delivery.VOLATILE) {
      kept.removeIf(m -> m.key().equals(message.key()) && message.delivery() == Delivery.LATEST);
      kept.add(message);
    }
    return new Reply.None("away");
  }

  @SuppressWarnings("ReferenceEquality") // this very message, not one like it
  private Reply inOrder(Message message) {
    Reply reply = new Reply.None("away");
    while (up && !outbox.isEmpty() && mayGo(outbox.peek().message())) {
      Message head = outbox.peek().message();
      Reply its = deliver();
      reply = head == message ? its : reply;
    }
    return reply;
  }

  private boolean mayGo(Message message) {
    return dialect.clearance(message, view()) == Clearance.GRANTED;
  }

  private Reply send(String action, ObjectNode payload) {
    check(action, payload);
    sent.add(new Sent(action, payload));
    return csms.getOrDefault(action, p -> result("{}")).apply(payload);
  }

  private static void check(String message, ObjectNode payload) {
    Assertions.assertThat(Schemas.errors(message, payload)).as(message + " " + payload).isEmpty();
  }
}
