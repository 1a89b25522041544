package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Answer201;

/** Reports that are too long for one message: numbered from 0, {@code tbc} on all but the last. */
final class Reports {

  /** The reports of variables. */
  static final String VARIABLES = "NotifyReport";

  /** The reports of monitors. */
  static final String MONITORS = "NotifyMonitoringReport";

  /** Most entries of one message (MR B8). */
  private static final int PAGE = 20;

  /**
   * How long after its last sign a report counts as under way: longer than an answer of the CSMS
   * takes.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  private Reports() {}

  /** The answer while another report of the same kind is under way. */
  static CsmsAnswer busy() {
    return Answer201.status("Rejected");
  }

  /** Whether pages of a report of this kind still have to go out (MR B2 #12, #19). */
  static boolean underWay(String action, ChargerView view) {
    return view.state().commands().triggered().entrySet().stream()
        .filter(e -> e.getKey().startsWith(action + "/"))
        .map(Map.Entry::getValue)
        .anyMatch(until -> view.now().isBefore(until) && !reconnectedSince(until, view));
  }

  /** What was to go over the connection before this one is gone. */
  private static boolean reconnectedSince(Instant until, ChargerView view) {
    return view.uplink().since().filter(since -> since.isAfter(until.minus(PATIENCE))).isPresent();
  }

  /**
   * Notes that a report is on its way, until the answer to the last page but one: then the last
   * goes out.
   */
  static List<Change> begun(String action, List<Message> pages, ChargerView view) {
    return pages.size() < 2
        ? List.of()
        : List.of(noted(action, pages.size() - 2, Optional.of(view.now().plus(PATIENCE))));
  }

  private static Change noted(String action, int lastButOne, Optional<Instant> until) {
    return new CommandChange.Triggered(action + "/" + lastButOne, until);
  }

  /** A page was answered. */
  static Step<Void> delivered(Queued page, Reply reply, ChargerView view) {
    String action = page.message().action();
    int seqNo = page.message().payload().path("seqNo").asInt();
    List<Change> changes = new ArrayList<>();
    for (String key : view.state().commands().triggered().keySet()) {
      if (key.startsWith(action + "/")) {
        int lastButOne = Integer.parseInt(key.substring(action.length() + 1));
        boolean over = seqNo >= lastButOne;
        Instant until = view.now().plus(PATIENCE);
        changes.add(noted(action, lastButOne, over ? Optional.empty() : Optional.of(until)));
      }
    }
    return Step.Done.with(null, changes);
  }

  /**
   * A report.
   *
   * @param list the field its entries stand in; an empty report is no message
   */
  static List<Message> pages(
      String action, int requestId, String list, List<ObjectNode> entries, ChargerView view) {
    List<Message> messages = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += PAGE) {
      int to = Math.min(from + PAGE, entries.size());
      ArrayNode page = Json.MAPPER.createArrayNode().addAll(entries.subList(from, to));
      ObjectNode payload =
          Json.object()
              .put("requestId", requestId)
              .put("generatedAt", Times.write(view.now()))
              .put("seqNo", messages.size())
              .put("tbc", to < entries.size());
      payload.set(list, page);
      messages.add(Message.once(action, payload));
    }
    return messages;
  }

  /** An entry of a NotifyReport (B07). */
  static ObjectNode entry(Placed variable) {
    ObjectNode entry = Json.object();
    entry.set("component", Json.tree(ComponentRef.of(variable.path())));
    entry.set("variable", Json.tree(VariableRef.of(variable.path())));
    entry.putArray("variableAttribute").add(attribute(variable));
    entry.set("variableCharacteristics", characteristics(variable));
    return entry;
  }

  private static ObjectNode attribute(Placed variable) {
    Mutability mutability = variable.mutability();
    ObjectNode attribute = Json.object().put("type", AttributeType.ACTUAL.wire());
    if (mutability != Mutability.WO) {
      attribute.put("value", Views.cut(variable.value().orElse("")));
    }
    return attribute
        .put("mutability", mutability.wire())
        .put("persistent", mutability != Mutability.RO)
        .put("constant", variable.definition().source() instanceof Source.Fixed);
  }

  private static ObjectNode characteristics(Placed variable) {
    ObjectNode about = Json.object();
    if (!variable.definition().unit().isEmpty()) {
      about.put("unit", variable.definition().unit());
    }
    about.put("dataType", variable.type().wire());
    variable.min().ifPresent(min -> about.put("minLimit", min));
    variable.max().ifPresent(max -> about.put("maxLimit", max));
    if (!variable.values().isEmpty()) {
      about.put("valuesList", variable.values());
    }
    return about.put("supportsMonitoring", variable.supportsMonitoring());
  }
}
