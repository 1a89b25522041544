package org.ocppbridge.mappings.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.JsonDialect.Clearance;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Message.Delivery;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SecurityLog;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.Uplink;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.model.Operation;

/**
 * A bridge in the small: one charger, one CSMS, no time of its own. Carries steps out at once,
 * keeps the outbox, and checks each payload for the CSMS against the official schema.
 */
public final class Play {

  /** A CALL that the CSMS got, or an answer. */
  public record Sent(String action, ObjectNode payload) {}

  /** What the charger was asked. */
  public record Asked(Operation<?, ?> operation, Object request) {}

  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  public final JsonDialect dialect;
  public final List<Sent> sent = new ArrayList<>();
  public final List<Asked> asked = new ArrayList<>();
  public final List<Loss> losses = new ArrayList<>();
  public final Deque<Queued> outbox = new ArrayDeque<>();
  public final List<TransactionChange.Undeliverable> undeliverable = new ArrayList<>();
  private final Deque<Message> kept = new ArrayDeque<>();
  private final ScriptedCsms csms;
  private final ScriptedCharger charger = new ScriptedCharger();

  public Instant now = START;
  public Policy policy = Policy.DEFAULT;

  /** Whether the CSMS is connected. */
  public boolean up = true;

  /** What the mappings see of the connection's security: secrets are sealed by a mark alone. */
  public LinkSecurity security = new Sealing();

  /** Key pairs that are made when one is wanted; none: nothing comes. */
  public Optional<Supplier<Access.KeyPair>> keyPairs = Optional.empty();

  private final Deque<LinkNews> news = new ArrayDeque<>();

  /** Keeps secrets by a mark. */
  public static class Sealing implements LinkSecurity {
    @Override
    public Optional<String> seal(String secret) {
      return Optional.of("sealed:" + secret);
    }
  }

  private Instant upSince = Instant.EPOCH;

  /** Whether the CSMS takes transaction messages only after the charger has been answered. */
  public boolean slow;

  public ChargerState state;
  private long seq;

  /** A charger that nobody has heard of, with a 1.6J CSMS. */
  public Play(SoapVersion version) {
    this(version, new Json16());
  }

  /** A charger that nobody has heard of. */
  public Play(SoapVersion version, JsonDialect dialect) {
    this.dialect = dialect;
    state = ChargerState.fresh(new ChargerId("CP-1"), version, 100);
    csms = new ScriptedCsms(dialect.target());
  }

  /** A charger that a 1.6J CSMS has accepted. */
  public static Play accepted(SoapVersion version) {
    return accepted(version, new Json16());
  }

  /** A charger that the CSMS has accepted. */
  public static Play accepted(SoapVersion version, JsonDialect dialect) {
    Play play = new Play(version, dialect);
    play.ask(
        org.ocppbridge.mappings.model.BootNotification.FROM_CHARGER,
        new org.ocppbridge.mappings.model.BootNotification.Request(
            "Vendor", "Model", null, null, null, null, null, null, null));
    play.sent.clear();
    play.losses.clear();
    return play;
  }

  public static String boot(String status, int interval) {
    return "{\"status\":\"%s\",\"currentTime\":\"2026-03-01T12:00:05Z\",\"interval\":%d}"
        .formatted(status, interval);
  }

  public static Reply result(String json) {
    return new Reply.Result(object(json));
  }

  public static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  public void csms(String action, String json) {
    csms.answers(action, payload -> result(json));
  }

  public void csmsIsSilent(String action) {
    csms.answers(action, payload -> new Reply.None("no answer"));
  }

  public void csmsRefuses(String action) {
    csms.answers(action, payload -> new Reply.Error("InternalError", ""));
  }

  public <Q, A> void charger(Operation<Q, A> operation, A answer) {
    charger.replies(operation, request -> new ChargerReply.Answered<>(answer));
  }

  /** What the charger does between a command and its answer to it. */
  public void chargerFirst(Operation<?, ?> operation, Runnable does, ChargerReply<?> reply) {
    charger.replies(
        operation,
        request -> {
          does.run();
          return reply;
        });
  }

  /** A charger whose answer depends on the request. */
  public <Q, A> void chargerAnswers(Operation<Q, A> operation, Function<Q, A> answers) {
    charger.replies(
        operation,
        request -> new ChargerReply.Answered<>(answers.apply(operation.request().cast(request))));
  }

  public void chargerFails(Operation<?, ?> operation, Why why) {
    charger.replies(
        operation, request -> new ChargerReply.Failed<>(new ChargerFailed(why, "failed: " + why)));
  }

  public ChargerView view() {
    return new ChargerView(state, now, policy, uplink());
  }

  private Uplink uplink() {
    return new PlayedUplink(
        up ? Optional.of(upSince) : Optional.empty(),
        security,
        outbox.stream().map(queued -> queued.message().transaction()).toList());
  }

  public void later(Duration time) {
    now = now.plus(time);
  }

  /** The charger asks. */
  public <Q, A> A ask(Operation<Q, A> operation, Q request) {
    return walk(dialect.fromCharger(operation, request, view()));
  }

  /** The CSMS asks; what is done in the background comes to its end after the answer. */
  public CsmsAnswer call(String action, String json) {
    CsmsAnswer answer = walk(dialect.fromCsms(action, object(json), view()));
    while (!news.isEmpty()) {
      tell(news.poll());
    }
    if (answer instanceof CsmsAnswer.Result(ObjectNode payload)) {
      check(action + "Response", payload);
    }
    return answer;
  }

  /** The CSMS asks, and gets this status. */
  public String status(String action, String json) {
    return ((CsmsAnswer.Result) call(action, json)).payload().path("status").asText();
  }

  /** The CSMS asks, and gets this CALLERROR. */
  public String error(String action, String json) {
    return ((CsmsAnswer.Error) call(action, json)).code();
  }

  /** Time passes, and what is due by then happens. */
  public void passes(Duration time) {
    later(time);
    for (var due : Map.copyOf(state.wakeUps()).entrySet()) {
      if (!due.getValue().isAfter(now)
          && due.getValue().equals(state.wakeUps().get(due.getKey()))) {
        walk(dialect.woken(due.getKey(), view()));
      }
    }
    while (!news.isEmpty()) {
      tell(news.poll());
    }
  }

  /** The CSMS is there again. */
  public void comesBack() {
    upSince = up ? upSince : now;
    up = true;
    walk(dialect.connected(view()));
    catchUp();
  }

  /** Sends what waits. */
  public void catchUp() {
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

  public List<String> actions() {
    return sent.stream().map(Sent::action).toList();
  }

  public ObjectNode last(String action) {
    return sent.stream()
        .filter(s -> s.action().equals(action))
        .reduce((a, b) -> b)
        .orElseThrow()
        .payload();
  }

  /** News of the connection, or of work in the background. */
  public void tell(LinkNews given) {
    walk(dialect.news(given, view()));
  }

  /** Notes what comes of no step. */
  public void note(Change... changes) {
    note(List.of(changes));
  }

  private void note(List<Change> changes) {
    state = state.apply(changes);
    if (changes.stream().anyMatch(AccessChange.CertificateWanted.class::isInstance)) {
      keyPairs.ifPresent(made -> news.add(new LinkNews.KeyPairMade(made.get())));
    }
    changes.stream()
        .filter(TransactionChange.Undeliverable.class::isInstance)
        .map(TransactionChange.Undeliverable.class::cast)
        .forEach(undeliverable::add);
  }

  /** Carries out a step of any other origin. */
  public <A> A carryOut(Step<A> step) {
    return walk(step);
  }

  private <A> A walk(Step<A> first) {
    Step<A> step = first;
    while (true) {
      switch (step) {
        case Step.Done<A> done -> {
          note(done.changes());
          note(SecurityLog.of(done.afterwards()));
          losses.addAll(done.losses());
          done.afterwards().forEach(this::follow);
          return done.answer();
        }
        case Step.AskCsms<A> ask -> {
          note(ask.changes());
          note(SecurityLog.of(ask.others()));
          note(SecurityLog.of(List.of(ask.message())));
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
    ChargerReply<B> reply = charger.reply(ask);
    return ask.next().after(reply, view());
  }

  /** Sends a message that nobody waits for. */
  private void follow(Message message) {
    Reply reply = offer(message);
    if (message.delivery() != Delivery.TRANSACTION && !(reply instanceof Reply.None)) {
      walk(dialect.delivered(new Queued(0, message, now, 0, now), reply, view()));
    }
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
    return new Reply.None("away", message.delivery() != Delivery.VOLATILE);
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
    return csms.answer(action, payload);
  }

  private void check(String action, ObjectNode payload) {
    List<String> errors =
        dialect.target() == Target.OCPP201
            ? Schemas.errors201(action.endsWith("Response") ? action : action + "Request", payload)
            : Schemas.errors(action, payload);
    Assertions.assertThat(errors).as(action + " " + payload).isEmpty();
  }
}
