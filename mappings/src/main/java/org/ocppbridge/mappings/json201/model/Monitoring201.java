package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Monitors;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.WireName;

/**
 * What the CSMS does with monitors that are there: ClearVariableMonitoring (N06), SetMonitoringBase
 * (N03), SetMonitoringLevel (N05).
 */
final class Monitoring201 {

  /** ClearVariableMonitoring. */
  record Clear(@JsonProperty(required = true) List<Integer> id) {}

  /** SetMonitoringBase. */
  record SetBase(@JsonProperty(required = true) Base monitoringBase) {}

  /** SetMonitoringLevel. */
  record SetLevel(@JsonProperty(required = true) Integer severity) {}

  /** Which monitors are to be there. */
  enum Base implements WireName {
    ALL("All"),
    FACTORY_DEFAULT("FactoryDefault"),
    HARD_WIRED_ONLY("HardWiredOnly");

    private final String wire;

    Base(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }
  }

  private Monitoring201() {}

  static Step<CsmsAnswer> clear(Clear request, ChargerView view) {
    Calls.check("id", request.id(), Monitors.MAX);
    Set<Integer> hardWired =
        MonitorTable.hardWired(view).stream()
            .map(MonitorTable.Entry::id)
            .collect(Collectors.toSet());
    Set<Integer> custom = new HashSet<>(MonitorTable.custom(view).keySet());
    List<Change> changes = new ArrayList<>();
    ArrayNode results = Json.MAPPER.createArrayNode();
    for (int id : request.id()) {
      ObjectNode result = Json.object().put("id", id);
      if (custom.remove(id)) {
        changes.addAll(over(id));
        result.put("status", "Accepted");
      } else if (hardWired.contains(id)) {
        result.put("status", "Rejected");
      } else {
        result.put("status", "NotFound");
      }
      results.add(result);
    }
    ObjectNode payload = Json.object();
    payload.set("clearMonitoringResult", results);
    return Step.Done.with(new CsmsAnswer.Result(payload), changes);
  }

  private static List<Change> over(int id) {
    return List.of(
        new ModelChange.MonitorCleared(id), new Change.WakeUpOver(MonitorTable.wakeUp(id)));
  }

  /** There are no preconfigured monitors, so both other bases leave the hard-wired ones alone. */
  static Step<CsmsAnswer> setBase(SetBase request, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    changes.add(new ModelChange.MonitoringBase(request.monitoringBase().wire()));
    if (request.monitoringBase() != Base.ALL) {
      MonitorTable.custom(view).keySet().forEach(id -> changes.addAll(over(id)));
    }
    return Step.Done.with(Answer201.status("Accepted"), changes);
  }

  static Step<CsmsAnswer> setLevel(SetLevel request, ChargerView view) {
    boolean known = request.severity() >= 0 && request.severity() <= Monitors.ALL_LEVELS;
    return known
        ? Step.Done.with(
            Answer201.status("Accepted"),
            List.of(new ModelChange.MonitoringLevel(request.severity())))
        : Answer201.only(
            Answer201.status(
                "Rejected", Reason.VALUE_OUT_OF_RANGE, "severity is 0 to " + Monitors.ALL_LEVELS));
  }
}
