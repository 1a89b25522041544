package org.ocppbridge.adapter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.ocppbridge.adapter.csms.TestCsms;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.JsonCheck;

/** A 2.0.1 CSMS that accepts all, notes what comes, and checks it by the contract. */
final class Csms201 implements AutoCloseable {
  private static final JsonCheck CHECK = new JsonCheck(Contract.load("ocpp2.0.1"));

  /** A CALL of a station. */
  record Call(String action, JsonNode payload) {}

  private final TestCsms server;
  private final AtomicInteger ids = new AtomicInteger();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();

  private Csms201(TestCsms server) {
    this.server = server;
    server.answer(this::answer);
  }

  /** In clear. */
  static Csms201 start() {
    return new Csms201(TestCsms.start());
  }

  /** With TLS; a certificate is asked of clients and checked if they have one. */
  static Csms201 start(SSLContext tls) {
    return new Csms201(TestCsms.start(tls));
  }

  TestCsms server() {
    return server;
  }

  String url() {
    return server.url().toString();
  }

  private Optional<String> answer(JsonNode frame) {
    if (frame.path(0).asInt() != 2) {
      answers.put(frame.path(1).asText(), frame);
      return Optional.empty();
    }
    String action = frame.path(2).asText();
    calls.add(new Call(action, frame.path(3)));
    String payload =
        switch (action) {
          case "BootNotification" ->
              "{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":60}";
          case "Heartbeat" -> "{\"currentTime\":\"2026-03-01T12:00:00Z\"}";
          case "SignCertificate" -> "{\"status\":\"Accepted\"}";
          default -> "{}";
        };
    return Optional.of("[3,\"" + frame.path(1).asText() + "\"," + payload + "]");
  }

  List<Call> calls(String action) {
    return calls.stream().filter(call -> call.action().equals(action)).toList();
  }

  List<String> actions() {
    return calls.stream().map(Call::action).toList();
  }

  /** Waits for a CALL that is as wanted. */
  Call await(String action, Predicate<JsonNode> wanted) {
    Predicate<Call> matches = call -> call.action().equals(action) && wanted.test(call.payload());
    Eventually.is(() -> action + " among " + calls, () -> calls.stream().anyMatch(matches));
    return calls.stream().filter(matches).findFirst().orElseThrow();
  }

  /** Sends a CALL and waits for its CALLRESULT, which is checked by the contract. */
  JsonNode ask(String identity, String action, String payload) {
    String id = "csms-" + ids.incrementAndGet();
    server.send(identity, "[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
    Eventually.is(() -> "an answer to " + action, () -> answers.containsKey(id));
    JsonNode frame = answers.get(id);
    assertThat(frame.path(0).asInt()).as(frame.toString()).isEqualTo(3);
    assertThat(CHECK.response(Side.Cp, action, frame.path(2))).as(frame.toString()).isEmpty();
    return frame.path(2);
  }

  String status(String identity, String action, ObjectNode payload) {
    return ask(identity, action, payload.toString()).path("status").asText();
  }

  /** Sets a variable of the station; returns the attributeStatus. */
  String set(String identity, String component, String variable, String value) {
    ObjectNode payload = Csms.JSON.createObjectNode();
    ObjectNode item = payload.putArray("setVariableData").addObject();
    item.put("attributeValue", value);
    item.putObject("component").put("name", component);
    item.putObject("variable").put("name", variable);
    return ask(identity, "SetVariables", payload.toString())
        .at("/setVariableResult/0/attributeStatus")
        .asText();
  }

  /** Waits until an identity is connected, and was so many times. */
  void awaitConnected(String identity, int times) {
    Eventually.is(
        () -> identity + " connected " + times + " times: " + server.requests(),
        () -> server.open(identity) == 1 && server.requests().size() >= times);
  }

  /** All that came is as the contract has it. */
  void assertSound() {
    for (Call call : calls) {
      assertThat(CHECK.request(Side.Cs, call.action(), call.payload()))
          .as(call.toString())
          .isEmpty();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
