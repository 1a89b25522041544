package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.VariablePath;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.model.WireName;

/**
 * GetReport (B08): the variables that are named, of the components that meet one of the criteria;
 * what a name leaves out may be anything (B08.FR.20 to FR.25).
 */
final class GetReport201 {

  /** A component's variable of that name has to be true; Problem has to be there, too. */
  enum Criterion implements WireName {
    ACTIVE("Active"),
    AVAILABLE("Available"),
    ENABLED("Enabled"),
    PROBLEM("Problem");

    private final String wire;

    Criterion(String wire) {
      this.wire = wire;
    }

    @Override
    @JsonValue
    public String wire() {
      return wire;
    }

    /** Whether a component meets it: one without the variable does, but for Problem. */
    boolean met(VariablePath component, List<Placed> all) {
      Optional<String> value =
          all.stream()
              .filter(v -> sameComponent(v.path(), component))
              .filter(v -> v.path().variable().equals(wire))
              .findFirst()
              .flatMap(Placed::value);
      return value.map("true"::equals).orElse(this != PROBLEM);
    }

    private static boolean sameComponent(VariablePath a, VariablePath b) {
      return a.component().equals(b.component())
          && a.evse() == b.evse()
          && a.connector() == b.connector();
    }
  }

  /** Variables asked for; without {@code variable} all of the component. */
  record Named(@JsonProperty(required = true) ComponentRef component, VariableRef variable) {

    boolean matches(VariablePath path) {
      return component.matches(path) && (variable == null || variable.matches(path));
    }
  }

  /** The request. */
  record Request(
      @JsonProperty(required = true) Integer requestId,
      List<Criterion> componentCriteria,
      List<Named> componentVariable) {}

  private GetReport201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Calls.checkOptional(
        "componentCriteria", request.componentCriteria(), Criterion.values().length);
    Calls.checkOptional("componentVariable", request.componentVariable(), Calls.GET_ITEMS);
    if (Reports.underWay(Reports.VARIABLES, view)) {
      return Answer201.only(Reports.busy());
    }
    return Fetch.all(
        view,
        (fetched, later) -> {
          List<Placed> all = Variables.present(later);
          List<ObjectNode> entries =
              all.stream()
                  .filter(v -> named(request.componentVariable(), v.path()))
                  .filter(v -> meets(request.componentCriteria(), v.path(), all))
                  .map(Reports::entry)
                  .toList();
          String status = entries.isEmpty() ? "EmptyResultSet" : "Accepted";
          return done(Answer201.status(status), request.requestId(), entries, fetched, view, later);
        });
  }

  /** Whether one of the names stands for the variable; none at all stand for everything. */
  static boolean named(List<Named> names, VariablePath path) {
    return names == null || names.stream().anyMatch(name -> name.matches(path));
  }

  private static boolean meets(List<Criterion> criteria, VariablePath path, List<Placed> all) {
    return criteria == null || criteria.stream().anyMatch(criterion -> criterion.met(path, all));
  }

  /** The answer, and the report behind it. */
  static <A> Step<A> done(
      A answer,
      int requestId,
      List<ObjectNode> entries,
      Fetch.Result fetched,
      ChargerView before,
      ChargerView view) {
    News events = Watch.changed(before, view);
    List<Message> pages = Reports.pages(Reports.VARIABLES, requestId, "reportData", entries, view);
    List<Change> changes = new ArrayList<>(fetched.changes());
    changes.addAll(Reports.begun(Reports.VARIABLES, pages, view));
    changes.addAll(events.changes());
    List<Message> messages = new ArrayList<>(pages);
    messages.addAll(events.messages());
    return new Step.Done<>(answer, changes, messages, fetched.losses());
  }
}
