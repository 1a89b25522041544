package org.ocppbridge.mappings.json201.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.Reason;

/**
 * GetVariables (B06): the charger is asked once for all keys behind the variables; what is the
 * bridge's own is answered here (MR B8).
 */
final class GetVariables201 {

  /** How old a value may be that stands in for a charger that cannot be asked. */
  private static final Duration CACHE_MAX = Duration.ofHours(24);

  /** The request. */
  record Request(@JsonProperty(required = true) List<Item> getVariableData) {}

  /** A variable asked for. */
  record Item(
      @JsonProperty(required = true) ComponentRef component,
      @JsonProperty(required = true) VariableRef variable,
      AttributeType attributeType) {}

  private GetVariables201() {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    Calls.check("getVariableData", request.getVariableData(), Calls.GET_ITEMS);
    Set<String> keys = new LinkedHashSet<>();
    List<Placed> possible = Variables.possible(view);
    for (Item item : request.getVariableData()) {
      if (Variables.find(item.component(), item.variable(), possible, view)
          instanceof Variables.Found.Variable(Placed variable)) {
        keys.addAll(variable.keys());
      }
    }
    return Fetch.keys(keys, view, (result, later) -> answer(request, view, result, later));
  }

  private static Step<CsmsAnswer> answer(
      Request request, ChargerView before, Fetch.Result fetched, ChargerView view) {
    List<Placed> possible = Variables.possible(view);
    ArrayNode results = Json.MAPPER.createArrayNode();
    request.getVariableData().forEach(item -> results.add(result(item, possible, fetched, view)));
    ObjectNode payload = Json.object();
    payload.set("getVariableResult", results);
    News events = Watch.changed(before, view);
    List<Change> changes = new ArrayList<>(fetched.changes());
    changes.addAll(events.changes());
    List<Message> afterwards = events.messages();
    return new Step.Done<>(new CsmsAnswer.Result(payload), changes, afterwards, fetched.losses());
  }

  private static ObjectNode result(
      Item item, List<Placed> possible, Fetch.Result fetched, ChargerView view) {
    ObjectNode result =
        switch (Variables.find(item.component(), item.variable(), possible, view)) {
          case Variables.Found.NoComponent ignored -> status("UnknownComponent");
          case Variables.Found.NoVariable ignored -> status("UnknownVariable");
          case Variables.Found.Variable(Placed variable) ->
              AttributeType.actual(item.attributeType())
                  ? value(variable, fetched)
                  : status("NotSupportedAttributeType");
        };
    if (item.attributeType() != null) {
      result.put("attributeType", item.attributeType().wire());
    }
    result.set("component", Json.tree(item.component()));
    result.set("variable", Json.tree(item.variable()));
    return result;
  }

  private static ObjectNode value(Placed variable, Fetch.Result fetched) {
    if (variable.mutability() == Mutability.WO) {
      return rejected(Reason.WRITE_ONLY, "it is never shown");
    }
    Optional<String> missed =
        variable.keys().stream().filter(fetched.failed()::contains).findFirst();
    boolean derived = variable.definition().source() instanceof Source.Made;
    if (missed.isPresent() && !derived && !cached(variable)) {
      return rejected(Reason.INTERNAL_ERROR, fetched.why());
    }
    Optional<String> value = variable.value();
    return value.isPresent() || variable.mayBeEmpty()
        ? status("Accepted").put("attributeValue", Views.cut(value.orElse("")))
        : status("UnknownVariable");
  }

  /** Whether all its keys were heard of not too long ago. */
  private static boolean cached(Placed variable) {
    return variable.keys().stream()
        .allMatch(
            key ->
                ChargerKeys.said(key, variable.view())
                    .filter(said -> said.at().plus(CACHE_MAX).isAfter(variable.view().now()))
                    .isPresent());
  }

  private static ObjectNode status(String status) {
    return Json.object().put("attributeStatus", status);
  }

  private static ObjectNode rejected(Reason reason, String why) {
    ObjectNode result = status("Rejected");
    result.set("attributeStatusInfo", Answer201.info(reason, why));
    return result;
  }
}
