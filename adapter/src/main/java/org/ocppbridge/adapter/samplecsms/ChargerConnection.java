package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.Deviation.Kind;

/**
 * The CSMS's end of one charging station's WebSocket: one CALL at a time in each direction (OCPP-J
 * 1.6 §4.1.1).
 */
final class ChargerConnection {

  /** Longest message id (OCPP-J 1.6 §4.1.4). */
  private static final int MESSAGE_ID_MAX = 36;

  private static final int CALL = 2;
  private static final int CALLRESULT = 3;
  private static final int CALLERROR = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A CALL that waits for its answer. */
  private record Pending(String id, String action, CompletableFuture<CallAnswer> answer) {}

  private final String charger;
  private final Dialect dialect;
  private final Consumer<String> socket;
  private final Frames frames;
  private final Consumer<String> irregular;
  private final Clock clock;
  private final Set<String> seen = new HashSet<>();
  private final ReentrantLock calling = new ReentrantLock(true);
  private volatile Pending pending;

  /**
   * @param socket sends a text frame
   * @param irregular hears of every breach of the protocol
   */
  ChargerConnection(
      String charger,
      Dialect dialect,
      Consumer<String> socket,
      Frames frames,
      Consumer<String> irregular,
      Clock clock) {
    this.charger = charger;
    this.dialect = dialect;
    this.socket = socket;
    this.frames = frames;
    this.irregular = text -> irregular.accept(charger + ": " + text);
    this.clock = clock;
  }

  /** Asks the charging station and waits for the answer, behind what was asked before. */
  CallAnswer call(String action, ObjectNode payload, Duration timeout) {
    calling.lock();
    Pending own = new Pending(UUID.randomUUID().toString(), action, new CompletableFuture<>());
    try {
      pending = own;
      send(JsonNodeFactory.instance.arrayNode().add(CALL).add(own.id()).add(action).add(payload));
      return own.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new CallAnswer.None("no answer in " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new CallAnswer.None(String.valueOf(e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CallAnswer.None("interrupted");
    } finally {
      pending = null;
      calling.unlock();
    }
  }

  /** A text frame came. Called one after another. */
  void received(String text) {
    frames.frame(new Frames.Frame(charger, true, text, clock.instant()));
    try {
      JsonNode frame = JSON.readTree(text);
      switch (frame == null || !frame.isArray() ? 0 : frame.path(0).asInt()) {
        case CALL -> answer(frame);
        case CALLRESULT -> result(frame);
        case CALLERROR -> error(frame);
        default -> irregular.accept("neither CALL, CALLRESULT nor CALLERROR: " + text);
      }
    } catch (JsonProcessingException e) {
      irregular.accept("not JSON: " + text);
    }
  }

  private void answer(JsonNode frame) {
    String id = frame.path(1).asText();
    String action = frame.path(2).asText();
    JsonNode payload = frame.path(3);
    if (frame.size() != 4
        || !frame.get(1).isTextual()
        || id.isEmpty()
        || id.length() > MESSAGE_ID_MAX
        || !frame.get(2).isTextual()) {
      refuse(
          id,
          dialect.errorCode(new Deviation(Kind.FORMATION, "")),
          "a CALL is [2, id of at most " + MESSAGE_ID_MAX + " characters, action, payload]");
      return;
    }
    if (!seen.add(id)) {
      refuse(id, "ProtocolError", "the message id was used before");
      return;
    }
    List<Deviation> deviations = dialect.judgeRequest(action, payload);
    if (!deviations.isEmpty()) {
      refuse(id, dialect.errorCode(deviations.getFirst()), deviations.toString());
      return;
    }
    send(
        JsonNodeFactory.instance
            .arrayNode()
            .add(CALLRESULT)
            .add(id)
            .add(dialect.answer(charger, action, payload)));
  }

  private void refuse(String id, String code, String description) {
    irregular.accept(code + ": " + description);
    String cut = description.substring(0, Math.min(255, description.length()));
    send(
        JsonNodeFactory.instance
            .arrayNode()
            .add(CALLERROR)
            .add(id)
            .add(code)
            .add(cut)
            .add(JsonNodeFactory.instance.objectNode()));
  }

  private void result(JsonNode frame) {
    Pending waiting = pending;
    if (frame.size() != 3) {
      irregular.accept("a CALLRESULT has 3 elements: " + frame);
    } else if (waiting == null || !waiting.id().equals(frame.get(1).asText())) {
      irregular.accept("an answer to nothing that was asked: " + frame);
    } else {
      List<Deviation> deviations = dialect.judgeResponse(waiting.action(), frame.get(2));
      deviations.forEach(deviation -> irregular.accept("answer: " + deviation));
      waiting.answer().complete(new CallAnswer.Result(frame.get(2)));
    }
  }

  private void error(JsonNode frame) {
    Pending waiting = pending;
    if (frame.size() != 5) {
      irregular.accept("a CALLERROR has 5 elements: " + frame);
    } else if (waiting == null || !waiting.id().equals(frame.get(1).asText())) {
      irregular.accept("an error to nothing that was asked: " + frame);
    } else {
      waiting.answer().complete(new CallAnswer.Error(frame.get(2).asText(), frame.get(3).asText()));
    }
  }

  /** The connection has ended: nothing will be answered any more. */
  void ended() {
    Pending waiting = pending;
    if (waiting != null) {
      waiting.answer().complete(new CallAnswer.None("the connection ended"));
    }
  }

  private void send(ArrayNode frame) {
    String text = frame.toString();
    frames.frame(new Frames.Frame(charger, false, text, clock.instant()));
    socket.accept(text);
  }
}
