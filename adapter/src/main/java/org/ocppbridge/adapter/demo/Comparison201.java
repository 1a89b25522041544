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
 * Judges stories of a 2.0.1 CSMS: whether the values that both ends have are the same. Shapes
 * differ, so each SOAP field is looked up under its name in 2.0.1; {@link Words201} has the names.
 */
final class Comparison201 implements Wording {

  /** What a SOAP version may say without the CSMS being told, or the bridge ask for itself. */
  private static final Set<String> MAY_STAY_SOAP =
      Set.of(
          "Authorize",
          "BootNotification",
          "DiagnosticsStatusNotification",
          "FirmwareStatusNotification",
          "GetConfiguration",
          "Heartbeat",
          "MeterValues",
          "StatusNotification");

  private static final Set<String> STATUSES =
      Set.of("DiagnosticsStatusNotification", "FirmwareStatusNotification", "StatusNotification");

  private final Map<String, String> transactions = new ConcurrentHashMap<>();
  private final Map<String, String> lastStarted = new ConcurrentHashMap<>();

  @Override
  public String operation(boolean fromCharger, JsonCall call) {
    return Words201.operation(fromCharger, call);
  }

  /** Statuses may be the bridge's own: those of a charger say the same on both sides. */
  @Override
  public boolean belong(Story story) {
    if (!STATUSES.contains(story.operation())) {
      return true;
    }
    List<String> problems = new ArrayList<>();
    Xml request = Story.body(story.soap().orElseThrow().request());
    compare(story, "request", request, story.json().orElseThrow().payload(), problems);
    return problems.isEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The bridge tells the CSMS more than one SOAP message does, and less than a charger that
   * repeats itself.
   */
  @Override
  public boolean mayStayAlone(Story story) {
    boolean answered = story.json().flatMap(JsonCall::answer).isPresent();
    return story.json().isEmpty()
        ? MAY_STAY_SOAP.contains(story.operation())
        : story.soap().isEmpty() && answered;
  }

  @Override
  public List<Ask> script(SoapVersion version) {
    return CsmsScript201.of(version);
  }

  @Override
  public List<String> judge(Story story, SoapVersion version) {
    List<String> problems = new ArrayList<>();
    story.soap().flatMap(Exchange::problem).ifPresent(problems::add);
    if (story.soap().isPresent() && story.json().isPresent() && problems.isEmpty()) {
      bothSides(story, problems);
    } else if (story.json().isEmpty() && !mayStayAlone(story)) {
      problems.add(story.operation() + " never reached the CSMS");
    } else if (story.soap().isEmpty() && !story.fromCharger()) {
      reachable(story, version, problems);
    }
    story
        .json()
        .filter(call -> call.result().isEmpty())
        .ifPresent(
            call ->
                problems.add(
                    call.action()
                        + " got no CALLRESULT: "
                        + call.answer().map(JsonNode::toString).orElse("nothing came")));
    return problems;
  }

  /** A command that the charger has and the bridge does not answer has to reach it. */
  private static void reachable(Story story, SoapVersion version, List<String> problems) {
    boolean refused =
        story
            .json()
            .flatMap(JsonCall::result)
            .filter(answer -> Words201.NOT_ASKED.contains(answer.path("status").asText()))
            .isPresent();
    if (!refused && Words201.reaches(version, story.operation())) {
      problems.add(story.operation() + " never reached the charger");
    }
  }

  private void bothSides(Story story, List<String> problems) {
    Xml request = Story.body(story.soap().get().request());
    Xml answer = Story.body(story.soap().get().response());
    JsonCall call = story.json().get();
    if (story.operation().equals("StartTransaction")) {
      String id = call.payload().at("/transactionInfo/transactionId").asText();
      transactions.put(story.charger() + " " + answer.value("transactionId"), id);
      lastStarted.put(story.charger(), id);
    }
    compare(story, "request", request, call.payload(), problems);
    Optional<JsonNode> result = call.result();
    result.ifPresent(payload -> compare(story, "answer", answer, payload, problems));
  }

  private void compare(Story story, String what, Xml soap, JsonNode json, List<String> problems) {
    Map<String, String> names = Words201.names(story.operation(), what);
    List<Leaves.Leaf> right = Leaves.of(json);
    List<Leaves.Leaf> lost = new ArrayList<>();
    for (Leaves.Leaf leaf : Leaves.of(soap)) {
      String name = names.get(leaf.name());
      if (name != null && right.stream().noneMatch(each -> same(story, leaf, name, each))) {
        lost.add(leaf);
      }
    }
    if (!lost.isEmpty()) {
      problems.add(story.operation() + " " + what + ": only in SOAP " + lost + ", JSON " + right);
    }
  }

  private boolean same(Story story, Leaves.Leaf soap, String name, Leaves.Leaf json) {
    if (!json.name().equals(name)) {
      return false;
    }
    return name.equals("transactionId")
        ? json.value().equals(transactions.get(story.charger() + " " + soap.value()))
        : soap.value().equals(json.value())
            || Words201.words(story.operation(), soap.value()).contains(json.value());
  }

  @Override
  public String lastTransaction(String charger) {
    return '"' + lastStarted.getOrDefault(charger, "none") + '"';
  }
}
