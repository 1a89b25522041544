package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ocppbridge.adapter.simulate.Exchange;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.SoapVersion;

/**
 * Judges a story: whether each end got, value by value, what the other one said. Knows what has to
 * differ: transaction ids (each end has its own), and the few words that versions do not share.
 */
final class Comparison implements Wording {

  /** What the bridge may answer by itself when it is repeated. */
  private static final Set<String> ANSWERED_WHEN_REPEATED = Set.of("BootNotification", "Heartbeat");

  /** What the bridge may add for the CSMS, because the charger's version cannot say it. */
  private static final Map<String, Set<String>> ADDED =
      Map.of(
          "MeterValues", Set.of("transactionId", "measurand", "unit", "context"),
          "StatusNotification", Set.of("timestamp"),
          "StopTransaction", Set.of("reason"),
          "GetConfiguration", Set.of("key", "readonly", "value"));

  /** 1.2 and 1.5 have no word for it. */
  private static final String UPLOADING = "Uploading";

  /** What a connector that an earlier version calls Occupied may be in 1.6. */
  private static final Set<String> OCCUPIED = Set.of("Preparing", "Charging", "Finishing");

  private static final Map<String, String> UNLOCKED =
      Map.of("Accepted", "Unlocked", "Rejected", "UnlockFailed");

  private final Map<String, String> transactions = new ConcurrentHashMap<>();
  private final Map<String, Integer> lastStarted = new ConcurrentHashMap<>();

  @Override
  public String operation(boolean fromCharger, JsonCall call) {
    return call.action();
  }

  /** The bridge keeps the order; all it says by itself is that an upload has begun. */
  @Override
  public boolean belong(Story story) {
    return !saysThatAnUploadBegan(story)
        || Story.body(story.soap().orElseThrow().request()).value("status").equals(UPLOADING);
  }

  private static boolean saysThatAnUploadBegan(Story story) {
    return story.operation().equals("DiagnosticsStatusNotification")
        && story
            .json()
            .filter(call -> call.payload().path("status").asText().equals(UPLOADING))
            .isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The bridge answers what was just forwarded in the same words.
   */
  @Override
  public boolean mayStayAlone(Story story) {
    return story.soap().isEmpty() && saysThatAnUploadBegan(story) || answeredAgain(story);
  }

  private static boolean answeredAgain(Story story) {
    return story.fromCharger()
        && story.json().isEmpty()
        && story.repeated()
        && ANSWERED_WHEN_REPEATED.contains(story.operation());
  }

  @Override
  public List<Ask> script(SoapVersion version) {
    return CsmsScript.of(version);
  }

  @Override
  public List<String> judge(Story story, SoapVersion version) {
    List<String> problems = new ArrayList<>();
    story.soap().flatMap(Exchange::problem).ifPresent(problems::add);
    if (story.soap().isPresent() && story.json().isPresent() && problems.isEmpty()) {
      bothSides(story, version, problems);
    } else if (story.soap().isPresent() && story.json().isEmpty() && !mayStayAlone(story)) {
      problems.add(story.operation() + " never reached the CSMS");
    } else if (story.soap().isEmpty() && !story.fromCharger()) {
      problems.add(story.operation() + " never reached the charger");
    }
    story
        .json()
        .filter(call -> call.result().isEmpty())
        .ifPresent(
            call ->
                problems.add(
                    story.operation()
                        + " got no CALLRESULT: "
                        + call.answer().map(JsonNode::toString).orElse("nothing came")));
    return problems;
  }

  private void bothSides(Story story, SoapVersion version, List<String> problems) {
    Xml soapRequest = Story.body(story.soap().get().request());
    Xml soapAnswer = Story.body(story.soap().get().response());
    JsonNode request = story.json().get().payload();
    Optional<JsonNode> answer = story.json().get().result();
    if (story.operation().equals("StartTransaction") && answer.isPresent()) {
      int given = answer.get().path("transactionId").asInt();
      transactions.put(
          story.charger() + " " + soapAnswer.value("transactionId"), Integer.toString(given));
      lastStarted.put(story.charger(), given);
    }
    compare(story, version, "request", soapRequest, request, problems);
    answer.ifPresent(payload -> compare(story, version, "answer", soapAnswer, payload, problems));
  }

  private void compare(
      Story story,
      SoapVersion version,
      String what,
      Xml soap,
      JsonNode json,
      List<String> problems) {
    List<Leaves.Leaf> left = new ArrayList<>();
    Leaves.of(soap).forEach(leaf -> left.add(inWordsOf16(story, version, leaf)));
    List<Leaves.Leaf> right = new ArrayList<>(Leaves.of(json));
    left.removeIf(leaf -> right.remove(leaf) || removeOccupied(leaf, right));
    Set<String> added = ADDED.getOrDefault(story.operation(), Set.of());
    right.removeIf(leaf -> added.contains(leaf.name()));
    if (!left.isEmpty() || !right.isEmpty()) {
      problems.add(
          story.operation() + " " + what + ": only in SOAP " + left + ", only in JSON " + right);
    }
  }

  private Leaves.Leaf inWordsOf16(Story story, SoapVersion version, Leaves.Leaf leaf) {
    if (leaf.name().equals("transactionId")) {
      String id =
          transactions.getOrDefault(
              story.charger() + " " + leaf.value(), "unknown to the CSMS: " + leaf.value());
      return new Leaves.Leaf(leaf.name(), id);
    }
    boolean unlock =
        story.operation().equals("UnlockConnector")
            && version != SoapVersion.V16
            && leaf.name().equals("status");
    return unlock
        ? new Leaves.Leaf(leaf.name(), UNLOCKED.getOrDefault(leaf.value(), leaf.value()))
        : leaf;
  }

  private static boolean removeOccupied(Leaves.Leaf leaf, List<Leaves.Leaf> right) {
    return leaf.value().equals("Occupied")
        && OCCUPIED.stream().anyMatch(word -> right.remove(new Leaves.Leaf(leaf.name(), word)));
  }

  @Override
  public String lastTransaction(String charger) {
    return Integer.toString(lastStarted.getOrDefault(charger, 0));
  }
}
