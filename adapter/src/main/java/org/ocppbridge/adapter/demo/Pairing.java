package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ocppbridge.adapter.samplecsms.Frames;
import org.ocppbridge.adapter.simulate.Exchange;
import org.ocppbridge.adapter.simulate.Exchanges;

/**
 * Puts the SOAP side and the JSON side of what happens together. The bridge keeps the order for
 * each charger, so the oldest story of an operation that lacks a side is the one that a new side
 * belongs to.
 */
final class Pairing implements Exchanges, Frames {

  /** How long the other side of a story may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /** The same for stories that may lack a side. */
  private static final Duration PATIENCE_IF_ALONE = Duration.ofMillis(400);

  /** Before the action of a CALL to the CSMS where exchanges are counted. */
  static final String SAID = "to the CSMS: ";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Story> open = new ArrayList<>();
  private final Set<String> forwarded = new HashSet<>();
  private final Map<String, Integer> exchanged = new HashMap<>();
  private final Wording wording;
  private final Consumer<Story> told;

  /**
   * @param wording which CALL belongs to which SOAP operation
   * @param told hears each story once, when it is over; one at a time
   */
  Pairing(Wording wording, Consumer<Story> told) {
    this.wording = wording;
    this.told = told;
  }

  @Override
  public synchronized void done(Exchange exchange) {
    String charger = exchange.charger().value();
    boolean fromCharger = exchange.direction() == Exchange.Direction.FROM_CHARGER;
    exchanged.merge(charger + " " + exchange.operation(), 1, Integer::sum);
    add(
        charger,
        fromCharger,
        exchange.operation(),
        story -> story.soap().isEmpty(),
        story -> story.with(exchange));
  }

  @Override
  public synchronized void frame(Frame frame) {
    JsonNode message = parse(frame.text());
    if (message.path(0).asInt() == JsonCall.CALL) {
      JsonCall call = new JsonCall(message, Optional.empty());
      if (frame.fromCharger()) {
        exchanged.merge(frame.charger() + " " + SAID + call.action(), 1, Integer::sum);
      }
      add(
          frame.charger(),
          frame.fromCharger(),
          wording.operation(frame.fromCharger(), call),
          story -> story.json().isEmpty(),
          story -> story.with(call));
    } else {
      answered(message);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private void answered(JsonNode answer) {
    String id = answer.path(1).asText();
    for (int i = 0; i < open.size(); i++) {
      Story story = open.get(i);
      if (story
          .json()
          .filter(call -> call.id().equals(id) && call.answer().isEmpty())
          .isPresent()) {
        put(i, story.with(story.json().get().answered(answer)));
        return;
      }
    }
  }

  private void add(
      String charger,
      boolean fromCharger,
      String operation,
      Predicate<Story> lacksIt,
      UnaryOperator<Story> side) {
    for (int i = 0; i < open.size(); i++) {
      Story story = open.get(i);
      boolean same =
          story.charger().equals(charger)
              && story.fromCharger() == fromCharger
              && story.operation().equals(operation);
      if (same && lacksIt.test(story) && wording.belong(side.apply(story))) {
        put(i, side.apply(story));
        return;
      }
    }
    boolean repeated = forwarded.contains(charger + " " + operation);
    open.add(
        side.apply(
            new Story(
                charger, fromCharger, operation, Optional.empty(), Optional.empty(), repeated)));
    notifyAll();
  }

  private void put(int index, Story story) {
    open.set(index, story);
    if (story.complete() || story.answeredByTheBridge()) {
      open.remove(index);
      forwarded.add(story.charger() + " " + story.operation());
      told.accept(story);
    }
    notifyAll();
  }

  /**
   * How often an operation was exchanged with a charger over SOAP, in either direction; or, with
   * {@link #SAID} before it, an action was said to the CSMS.
   */
  synchronized int count(String charger, String operation) {
    return exchanged.getOrDefault(charger + " " + operation, 0);
  }

  /** Waits until an operation was exchanged so often; returns whether it was. */
  synchronized boolean awaitCount(String charger, String operation, int atLeast)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (count(charger, operation) < atLeast) {
      if (!rest(deadline)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Waits until every story of a charger is over; tells those that still lack a side when patience
   * ends.
   */
  synchronized void settle(String charger) throws InterruptedException {
    long began = System.nanoTime();
    while (true) {
      List<Story> own = open.stream().filter(story -> story.charger().equals(charger)).toList();
      if (own.isEmpty()) {
        return;
      }
      Duration patience =
          own.stream().allMatch(wording::mayStayAlone) ? PATIENCE_IF_ALONE : PATIENCE;
      if (!rest(began + patience.toNanos())) {
        open.removeAll(own);
        own.forEach(told);
        return;
      }
    }
  }

  @SuppressWarnings("WaitNotInLoop") // its callers loop
  private boolean rest(long deadline) throws InterruptedException {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      return false;
    }
    wait(millis);
    return true;
  }
}
