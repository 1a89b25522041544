package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Monitors.Type;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.model.MonitorTable.Entry;
import org.ocppbridge.mappings.model.WireName;

/** GetMonitoringReport (N02): the NotifyMonitoringReports follow the answer. */
final class GetMonitoringReport201 {

  /** Kinds of monitors. */
  enum Criterion implements WireName {
    THRESHOLD("ThresholdMonitoring"),
    DELTA("DeltaMonitoring"),
    PERIODIC("PeriodicMonitoring");

    private final String wire;

    Criterion(String wire) {
      this.wire = wire;
    }

    static Criterion of(Type type) {
      return switch (type) {
        case UPPER_THRESHOLD, LOWER_THRESHOLD -> THRESHOLD;
        case DELTA -> DELTA;
        case PERIODIC, PERIODIC_CLOCK_ALIGNED -> PERIODIC;
      };
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  /** The request. */
  record Request(
      @JsonProperty(required = true) Integer requestId,
      List<Criterion> monitoringCriteria,
      List<GetReport201.Named> componentVariable) {}

  private GetMonitoringReport201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Calls.checkOptional(
        "monitoringCriteria", request.monitoringCriteria(), Criterion.values().length);
    Calls.checkOptional("componentVariable", request.componentVariable(), Calls.GET_ITEMS);
    if (Reports.underWay(Reports.MONITORS, view)) {
      return Answer201.only(Reports.busy());
    }
    Map<VariablePath, ArrayNode> found = new LinkedHashMap<>();
    for (Entry entry : MonitorTable.all(view)) {
      if (meets(request.monitoringCriteria(), entry.type())
          && GetReport201.named(request.componentVariable(), entry.variable())) {
        found
            .computeIfAbsent(entry.variable(), path -> Json.MAPPER.createArrayNode())
            .add(monitor(entry));
      }
    }
    List<ObjectNode> entries =
        found.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())).toList();
    List<Message> pages =
        Reports.pages(Reports.MONITORS, request.requestId(), "monitor", entries, view);
    return new Step.Done<>(
        Answer201.status(entries.isEmpty() ? "EmptyResultSet" : "Accepted"),
        Reports.begun(Reports.MONITORS, pages, view),
        pages,
        List.of());
  }

  private static boolean meets(List<Criterion> criteria, Type type) {
    return criteria == null || criteria.contains(Criterion.of(type));
  }

  private static ObjectNode monitor(Entry entry) {
    return Json.object()
        .put("id", entry.id())
        .put("transaction", entry.transaction())
        .put("value", entry.value())
        .put("type", entry.type().wire())
        .put("severity", entry.severity());
  }

  private static ObjectNode entry(VariablePath path, ArrayNode monitors) {
    ObjectNode entry = Json.object();
    entry.set("component", Json.tree(ComponentRef.of(path)));
    entry.set("variable", Json.tree(VariableRef.of(path)));
    entry.set("variableMonitoring", monitors);
    return entry;
  }
}
