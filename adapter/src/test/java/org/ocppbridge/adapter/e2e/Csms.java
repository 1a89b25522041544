package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.csms.TestCsms;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.JsonCheck;

/**
 * A 1.6J CSMS that notes every frame, checks it by the contract, and answers as it is told. It can
 * go away and come back on the same port; what it noted stays.
 */
final class Csms implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonCheck CHECK = new JsonCheck(Contract.load("ocpp1.6j"));
  private static final String NOW = "2026-03-01T12:00:00Z";

  /** The CSMS's id of the first transaction that it starts. */
  static final int FIRST_TRANSACTION = 900;

  /** A CALL of a charger. */
  record Call(String identity, String id, String action, JsonNode payload) {}

  private final AtomicInteger transactions = new AtomicInteger(FIRST_TRANSACTION);
  private final AtomicInteger messageId = new AtomicInteger();
  private final Map<String, Function<JsonNode, String>> answers = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final Set<String> answeredIds = ConcurrentHashMap.newKeySet();
  private final List<TestCsms.Received> before = new CopyOnWriteArrayList<>();
  private volatile TestCsms server;
  private final int port;

  private Csms(TestCsms server) {
    this.server = server;
    this.port = server.port();
    server.answer(this::answer);
    on("BootNotification", p -> boot("Accepted", 60));
    on("Heartbeat", p -> "{\"currentTime\":\"" + NOW + "\"}");
    on("Authorize", p -> idTag("Accepted"));
    on("StartTransaction", p -> started(transactions.getAndIncrement(), "Accepted"));
    on("StopTransaction", p -> idTag("Accepted"));
    on("DataTransfer", p -> "{\"status\":\"Accepted\"}");
  }

  static Csms start() {
    return new Csms(TestCsms.start());
  }

  /** With TLS; a certificate is asked of clients and checked if they have one. */
  static Csms start(SSLContext tls) {
    return new Csms(TestCsms.start(tls));
  }

  /** A CSMS that is away: its port is known, nobody listens there. */
  static Csms away() {
    Csms csms = start();
    csms.goAway();
    return csms;
  }

  static String boot(String status, int interval) {
    return "{\"status\":\""
        + status
        + "\",\"currentTime\":\""
        + NOW
        + "\",\"interval\":"
        + interval
        + "}";
  }

  static String idTag(String status) {
    return "{\"idTagInfo\":{\"status\":\"" + status + "\"}}";
  }

  static String started(int id, String status) {
    return "{\"transactionId\":" + id + ",\"idTagInfo\":{\"status\":\"" + status + "\"}}";
  }

  /** The CALLERROR in place of a payload. */
  static String error(String code) {
    return "!" + code;
  }

  String url() {
    return server.url().toString();
  }

  TestCsms server() {
    return server;
  }

  /** Answers an action so; the function gets the payload. */
  Csms on(String action, Function<JsonNode, String> answer) {
    answers.put(action, answer);
    return this;
  }

  /** Leaves an action without answer until it is released. */
  Csms hold(String action) {
    held.add(action);
    return this;
  }

  /** Answers the calls of an action that wait, and the later ones at once. */
  void release(String action) {
    held.remove(action);
    calls(action).stream()
        .filter(call -> !answeredIds.contains(call.id()))
        .forEach(call -> server.send(call.identity(), frame(call.id(), action, call.payload())));
  }

  void goAway() {
    server.close();
    before.addAll(server.received());
  }

  void comeBack() {
    server = TestCsms.start(port);
    server.answer(this::answer);
  }

  private Optional<String> answer(JsonNode frame) {
    String action = frame.path(2).asText();
    if (frame.path(0).asInt() != 2 || held.contains(action)) {
      return Optional.empty();
    }
    return Optional.of(frame(frame.path(1).asText(), action, frame.path(3)));
  }

  private String frame(String id, String action, JsonNode payload) {
    answeredIds.add(id);
    String answer = answers.getOrDefault(action, p -> "{}").apply(payload);
    return answer.startsWith("!")
        ? "[4,\"" + id + "\",\"" + answer.substring(1) + "\",\"\",{}]"
        : "[3,\"" + id + "\"," + answer + "]";
  }

  private List<TestCsms.Received> received() {
    Set<TestCsms.Received> all = new LinkedHashSet<>(before);
    all.addAll(server.received());
    return List.copyOf(all);
  }

  /** All CALLs so far, in order. */
  List<Call> calls() {
    return received().stream()
        .filter(frame -> frame.json().path(0).asInt() == 2)
        .map(Csms::call)
        .toList();
  }

  private static Call call(TestCsms.Received frame) {
    JsonNode json = frame.json();
    return new Call(frame.identity(), json.path(1).asText(), json.path(2).asText(), json.path(3));
  }

  List<Call> calls(String action) {
    return calls().stream().filter(call -> call.action().equals(action)).toList();
  }

  /** The message ids of all frames so far, in order. */
  List<String> frameIds() {
    return received().stream().map(frame -> frame.json().path(1).asText()).toList();
  }

  /** The actions of all CALLs so far, in order. */
  List<String> actions() {
    return calls().stream().map(Call::action).toList();
  }

  /** Waits until so many CALLs of an action have come. */
  List<Call> await(String action, int count) {
    Eventually.is(
        () -> count + " × " + action + " among " + actions(), () -> calls(action).size() >= count);
    return calls(action);
  }

  /** Waits for a CALL that is as wanted. */
  Call await(String action, Predicate<JsonNode> wanted) {
    Eventually.is(
        () -> "such a " + action + " among " + calls(),
        () -> calls(action).stream().anyMatch(call -> wanted.test(call.payload())));
    return calls(action).stream()
        .filter(call -> wanted.test(call.payload()))
        .findFirst()
        .orElseThrow();
  }

  Call awaitOne(String action) {
    return await(action, 1).getFirst();
  }

  void awaitConnected(String identity) {
    Eventually.is(() -> identity + " connected", () -> server.open(identity) == 1);
  }

  /** Waits until a charger has connected so many times, and is. */
  void awaitReconnected(String identity, int times) {
    Eventually.is(
        () -> identity + " connected " + times + " times",
        () ->
            server.open(identity) == 1
                && server.requests().stream().filter(r -> r.target().endsWith(identity)).count()
                    == times);
  }

  void awaitGone(String identity) {
    Eventually.is(() -> identity + " gone", () -> server.open(identity) == 0);
  }

  /** Sends a CALL and returns its message id. */
  String send(String identity, String action, String payload) {
    String id = "csms-" + messageId.incrementAndGet();
    server.send(identity, "[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
    return id;
  }

  /** The answer frame to a CALL of ours, if it has come. */
  Optional<JsonNode> answerTo(String id) {
    return received().stream()
        .map(TestCsms.Received::json)
        .filter(frame -> frame.path(0).asInt() != 2 && frame.path(1).asText().equals(id))
        .findFirst();
  }

  JsonNode awaitAnswer(String id) {
    Eventually.is(() -> "an answer to " + id, () -> answerTo(id).isPresent());
    return answerTo(id).orElseThrow();
  }

  /** Sends a CALL and waits for the answer frame; a CALLRESULT is checked by the contract. */
  JsonNode ask(String identity, String action, String payload) {
    String id = send(identity, action, payload);
    JsonNode frame = awaitAnswer(id);
    if (frame.path(0).asInt() == 3) {
      assertThat(CHECK.response(Side.Cp, action, frame.path(2))).as(frame.toString()).isEmpty();
    }
    return frame;
  }

  /** What is wrong, by the contract, with all that came. */
  List<Deviation> deviations() {
    return calls().stream()
        .flatMap(call -> CHECK.request(Side.Cs, call.action(), call.payload()).stream())
        .toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
