package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.json201.model.SetPlan.Outcome;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.rules.HeartbeatKey;

/**
 * SetVariables (B05): one ChangeConfiguration for each variable that is the charger's, in the order
 * of the request, until the time for the command is over (MR B8).
 */
final class SetVariables201 {

  /** The request. */
  record Request(@JsonProperty(required = true) List<Item> setVariableData) {}

  /** A variable to set. */
  record Item(
      @JsonProperty(required = true) ComponentRef component,
      @JsonProperty(required = true) VariableRef variable,
      @JsonProperty(required = true) String attributeValue,
      AttributeType attributeType) {}

  /**
   * How far it has come.
   *
   * @param before the view at the beginning
   * @param outcomes of the items done
   * @param changes not noted yet
   */
  private record Progress(
      List<Item> items,
      ChargerView before,
      Instant deadline,
      Fetch.Result fetched,
      List<Outcome> outcomes,
      List<Change> changes,
      List<Loss> losses) {

    Progress with(Outcome outcome, List<Change> pending) {
      List<Outcome> more = new ArrayList<>(outcomes);
      more.add(outcome);
      List<Change> all = new ArrayList<>(pending);
      all.addAll(outcome.changes());
      return new Progress(items, before, deadline, fetched, more, all, losses);
    }
  }

  private SetVariables201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Calls.check("setVariableData", request.setVariableData(), Calls.SET_ITEMS);
    Instant deadline = view.now().plus(view.policy().waits().command());
    return Fetch.keys(
        neededFirst(request, view),
        view,
        (fetched, later) ->
            next(
                new Progress(
                    request.setVariableData(),
                    view,
                    deadline,
                    fetched,
                    List.of(),
                    fetched.changes(),
                    fetched.losses()),
                later));
  }

  /** Keys whose present value decides what is written. */
  private static Set<String> neededFirst(Request request, ChargerView view) {
    List<Placed> possible = Variables.possible(view);
    Set<String> keys = new LinkedHashSet<>();
    for (Item item : request.setVariableData()) {
      if (Variables.find(item.component(), item.variable(), possible, view)
              instanceof Variables.Found.Variable(Placed variable)
          && AttributeType.actual(item.attributeType())) {
        keys.addAll(SetPlan.neededFirst(variable));
      }
    }
    return keys;
  }

  /**
   * @param view with the changes in it
   */
  private static Step<CsmsAnswer> next(Progress progress, ChargerView view) {
    int index = progress.outcomes().size();
    if (index == progress.items().size()) {
      return done(progress, view);
    }
    return switch (SetPlan.of(progress.items().get(index), progress.fetched(), view)) {
      case SetPlan.Settled(Outcome outcome) ->
          next(progress.with(outcome, progress.changes()), Views.after(view, outcome.changes()));
      case SetPlan.AtCharger plan ->
          view.now().isBefore(progress.deadline())
              ? ask(plan, progress, view)
              : next(progress.with(tooLate(), progress.changes()), view);
    };
  }

  private static Outcome tooLate() {
    return Outcome.rejected(
        Reason.INTERNAL_ERROR, "the charger was too slow with what stands before it");
  }

  private static Step<CsmsAnswer> ask(SetPlan.AtCharger plan, Progress progress, ChargerView view) {
    List<Loss> losses = new ArrayList<>();
    String value = HeartbeatKey.held(plan.key(), plan.value(), view, losses);
    String key = HeartbeatKey.forCharger(plan.key(), view.state().version());
    return new Step.AskCharger<>(
        progress.changes(),
        ChangeConfiguration.FROM_CSMS,
        new ChangeConfiguration.Request(key, value),
        losses,
        (reply, later) -> {
          Outcome outcome =
              switch (reply) {
                case ChargerReply.Answered<ChangeConfiguration.Answer>(var answer) ->
                    plan.answered(answer.status(), value, later);
                case ChargerReply.Failed<ChangeConfiguration.Answer>(var fault) ->
                    plan.failed(fault);
              };
          return next(progress.with(outcome, List.of()), Views.after(later, outcome.changes()));
        });
  }

  private static Step<CsmsAnswer> done(Progress progress, ChargerView view) {
    ArrayNode results = Json.MAPPER.createArrayNode();
    for (int i = 0; i < progress.items().size(); i++) {
      results.add(result(progress.items().get(i), progress.outcomes().get(i)));
    }
    ObjectNode payload = Json.object();
    payload.set("setVariableResult", results);
    News events = Watch.changed(progress.before(), view);
    List<Change> changes = new ArrayList<>(progress.changes());
    changes.addAll(events.changes());
    List<Message> messages = new ArrayList<>(events.messages());
    if (progress.outcomes().stream().anyMatch(SetVariables201::setsPassword)) {
      messages.add(
          SecurityEvent.RECONFIGURATION_OF_SECURITY_PARAMETERS.message("BasicAuthPassword", view));
    }
    return new Step.Done<>(new CsmsAnswer.Result(payload), changes, messages, progress.losses());
  }

  private static boolean setsPassword(Outcome outcome) {
    return outcome.changes().stream().anyMatch(AccessChange.PasswordGiven.class::isInstance);
  }

  private static ObjectNode result(Item item, Outcome outcome) {
    ObjectNode result = Json.object();
    if (item.attributeType() != null) {
      result.put("attributeType", item.attributeType().wire());
    }
    result.put("attributeStatus", outcome.status());
    outcome
        .reason()
        .ifPresent(
            reason -> result.set("attributeStatusInfo", Answer201.info(reason, outcome.why())));
    result.set("component", Json.tree(item.component()));
    result.set("variable", Json.tree(item.variable()));
    return result;
  }
}
