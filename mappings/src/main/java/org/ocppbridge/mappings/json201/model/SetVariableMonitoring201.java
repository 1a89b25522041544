package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.Monitors.Monitor;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Reason;

/** SetVariableMonitoring (N04): the monitors are the bridge's (MR B9). */
final class SetVariableMonitoring201 {

  /** No periodic monitor tells more often, in seconds. */
  private static final BigDecimal PERIOD_MIN = BigDecimal.TEN;

  /** Nor less often: once a year. */
  private static final BigDecimal PERIOD_MAX = BigDecimal.valueOf(31_536_000);

  /** The request. */
  record Request(@JsonProperty(required = true) List<Item> setMonitoringData) {}

  /** A monitor to set. */
  record Item(
      Integer id,
      Boolean transaction,
      @JsonProperty(required = true) BigDecimal value,
      @JsonProperty(required = true) Monitors.Type type,
      @JsonProperty(required = true) Integer severity,
      @JsonProperty(required = true) ComponentRef component,
      @JsonProperty(required = true) VariableRef variable) {}

  /** What becomes of one item: its new monitor's id, or why there is none. */
  private record Outcome(
      String status,
      Optional<Integer> id,
      Optional<Reason> reason,
      String why,
      List<Change> changes) {

    static Outcome of(String status) {
      return new Outcome(status, Optional.empty(), Optional.empty(), "", List.of());
    }

    static Outcome rejected(Reason reason, String why) {
      return new Outcome("Rejected", Optional.empty(), Optional.of(reason), why, List.of());
    }
  }

  private SetVariableMonitoring201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Calls.check("setMonitoringData", request.setMonitoringData(), Calls.MONITOR_ITEMS);
    List<Change> changes = new ArrayList<>();
    ArrayNode results = Json.MAPPER.createArrayNode();
    for (Item item : request.setMonitoringData()) {
      Outcome outcome = outcome(item, Views.after(view, changes));
      changes.addAll(outcome.changes());
      results.add(result(item, outcome));
    }
    ObjectNode payload = Json.object();
    payload.set("setMonitoringResult", results);
    // A threshold that is exceeded already is told at once.
    News events = Watch.changed(view, Views.after(view, changes));
    changes.addAll(events.changes());
    return new Step.Done<>(new CsmsAnswer.Result(payload), changes, events.messages(), List.of());
  }

  private static Outcome outcome(Item item, ChargerView view) {
    return switch (Variables.find(item.component(), item.variable(), view)) {
      case Variables.Found.NoComponent ignored -> Outcome.of("UnknownComponent");
      case Variables.Found.NoVariable ignored -> Outcome.of("UnknownVariable");
      case Variables.Found.Variable(Placed variable) ->
          supports(variable, item.type())
              ? wrongNumber(item, variable)
                  .or(() -> wrongId(item, variable, view))
                  .or(() -> duplicate(item, variable, view))
                  .orElseGet(() -> set(item, variable, view))
              : Outcome.of("UnsupportedMonitorType");
    };
  }

  private static boolean supports(Placed variable, Monitors.Type type) {
    boolean threshold =
        type == Monitors.Type.UPPER_THRESHOLD || type == Monitors.Type.LOWER_THRESHOLD;
    return variable.supportsMonitoring() && (!threshold || variable.type().number());
  }

  private static Optional<Outcome> wrongNumber(Item item, Placed variable) {
    if (item.severity() < 0 || item.severity() > Monitors.ALL_LEVELS) {
      return rejected(Reason.VALUE_OUT_OF_RANGE, "severity is 0 to " + Monitors.ALL_LEVELS);
    }
    return switch (item.type()) {
      case UPPER_THRESHOLD, LOWER_THRESHOLD -> {
        boolean low = variable.min().filter(min -> item.value().compareTo(min) < 0).isPresent();
        boolean high = variable.max().filter(max -> item.value().compareTo(max) > 0).isPresent();
        yield low || high
            ? rejected(Reason.VALUE_OUT_OF_RANGE, "the variable never has that value")
            : Optional.empty();
      }
      case DELTA ->
          item.value().signum() < 0
              ? rejected(Reason.VALUE_OUT_OF_RANGE, "a difference is not negative")
              : Optional.empty();
      case PERIODIC, PERIODIC_CLOCK_ALIGNED ->
          item.value().compareTo(PERIOD_MIN) < 0 || item.value().compareTo(PERIOD_MAX) > 0
              ? rejected(
                  Reason.VALUE_OUT_OF_RANGE,
                  "the period is " + PERIOD_MIN + " to " + PERIOD_MAX + " s")
              : Optional.empty();
    };
  }

  private static Optional<Outcome> wrongId(Item item, Placed variable, ChargerView view) {
    Map<Integer, Monitor> custom = MonitorTable.custom(view);
    if (item.id() == null) {
      return custom.size() < Monitors.MAX
          ? Optional.empty()
          : rejected(Reason.TOO_MANY_ELEMENTS, "at most " + Monitors.MAX + " monitors");
    }
    Monitor known = custom.get(item.id());
    return known != null && known.variable().equals(variable.path())
        ? Optional.empty()
        : rejected(Reason.NOT_FOUND, "no monitor of the CSMS on this variable has this id");
  }

  private static Optional<Outcome> duplicate(Item item, Placed variable, ChargerView view) {
    boolean same =
        MonitorTable.custom(view).entrySet().stream()
            .filter(e -> !e.getKey().equals(item.id()))
            .map(Map.Entry::getValue)
            .anyMatch(
                m ->
                    m.variable().equals(variable.path())
                        && m.type() == item.type()
                        && m.severity() == item.severity());
    return same ? Optional.of(Outcome.of("Duplicate")) : Optional.empty();
  }

  private static Outcome set(Item item, Placed variable, ChargerView view) {
    int id = item.id() != null ? item.id() : view.state().station().model().monitors().lastId() + 1;
    Monitor monitor =
        new Monitor(
            variable.path(),
            item.type(),
            item.value(),
            item.severity(),
            Boolean.TRUE.equals(item.transaction()),
            false,
            variable.value());
    List<Change> changes = new ArrayList<>();
    changes.add(new ModelChange.MonitorSet(id, monitor));
    if (item.type().periodic()) {
      changes.add(MonitorTable.nextTime(id, monitor, view.now()));
    }
    return new Outcome("Accepted", Optional.of(id), Optional.empty(), "", changes);
  }

  private static Optional<Outcome> rejected(Reason reason, String why) {
    return Optional.of(Outcome.rejected(reason, why));
  }

  private static ObjectNode result(Item item, Outcome outcome) {
    ObjectNode result = Json.object();
    outcome.id().ifPresent(id -> result.put("id", id));
    outcome
        .reason()
        .ifPresent(reason -> result.set("statusInfo", Answer201.info(reason, outcome.why())));
    result
        .put("status", outcome.status())
        .put("type", item.type().wire())
        .put("severity", item.severity());
    result.set("component", Json.tree(item.component()));
    result.set("variable", Json.tree(item.variable()));
    return result;
  }
}
