package org.ocppbridge.adapter.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ocppbridge.adapter.csms.CsmsLink;
import org.ocppbridge.adapter.csms.Reconnect;
import org.ocppbridge.mappings.Reply;

/** A link that does what the test says. */
public final class FakeLink implements CsmsLink {
  public final List<String> sent = new ArrayList<>();
  public final List<Duration> pings = new ArrayList<>();
  final List<String> reconnects = new ArrayList<>();
  public Reconnect retries;
  private final Deque<CompletableFuture<Reply>> open = new ArrayDeque<>();
  public State state = State.UP;

  /** If set, each call is answered with it at once. */
  public Optional<Reply> always = Optional.empty();

  public static Reply result() {
    return new Reply.Result(JsonNodeFactory.instance.objectNode());
  }

  /** Answers the call that waits longest. */
  void answer(Reply reply) {
    open.removeFirst().complete(reply);
  }

  public void answerAll() {
    while (!open.isEmpty()) {
      answer(result());
    }
  }

  public void up(Courier courier) {
    state = State.UP;
    courier.linkUp();
  }

  public void down(Courier courier) {
    state = State.BACK_OFF;
    courier.linkDown("lost");
    while (!open.isEmpty()) {
      answer(new Reply.None("lost"));
    }
  }

  @Override
  public void open() {
    state = State.UP;
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public String trouble() {
    return "";
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload) {
    return call(action, payload, Duration.ofSeconds(30));
  }

  @Override
  public CompletableFuture<Reply> call(String action, ObjectNode payload, Duration timeout) {
    sent.add(action);
    if (always.isPresent()) {
      return CompletableFuture.completedFuture(always.get());
    }
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    open.addLast(reply);
    return reply;
  }

  @Override
  public void pingEvery(Duration interval) {
    pings.add(interval);
  }

  @Override
  public void reconnect(String why) {
    reconnects.add(why);
  }

  @Override
  public void retryBy(Reconnect rules) {
    retries = rules;
  }

  @Override
  public void close() {
    state = State.CLOSED;
  }
}
