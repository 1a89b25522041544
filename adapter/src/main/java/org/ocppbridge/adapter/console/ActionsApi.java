package org.ocppbridge.adapter.console;

import java.util.Optional;
import org.ocppbridge.adapter.console.view.ActionResult;
import org.ocppbridge.adapter.console.view.Actions;

/** What can be done about a charger. Each action stands in the audit log with what came of it. */
final class ActionsApi {

  private static final String CHARGER = "/api/v1/chargers/{id}/";

  private final Actions actions;
  private final AuditLog audit;

  ActionsApi(Actions actions, AuditLog audit) {
    this.actions = actions;
    this.audit = audit;
  }

  void addTo(Router router) {
    router
        .post(
            CHARGER + "test-callback", of("test callback", (id, call) -> actions.testCallback(id)))
        .post(CHARGER + "reset", this::reset)
        .post(
            CHARGER + "trigger-status",
            of("trigger status", (id, call) -> actions.triggerStatus(id, connector(call))))
        .post(CHARGER + "pause", of("pause delivery", (id, call) -> actions.pause(id, true)))
        .post(CHARGER + "resume", of("resume delivery", (id, call) -> actions.pause(id, false)))
        .post(CHARGER + "reconnect", of("reconnect", (id, call) -> actions.reconnect(id)))
        .post(CHARGER + "accept", of("accept charger", (id, call) -> actions.accept(id)));
  }

  /** What is done. */
  private interface Action {
    Optional<ActionResult> on(String charger, Call call);
  }

  private static Optional<Integer> connector(Call call) {
    return call.number("connector", 0, Integer.MAX_VALUE).map(Long::intValue);
  }

  private void reset(Call call) {
    String type = call.value("type").orElse("Soft");
    if (!type.equals("Soft") && !type.equals("Hard")) {
      throw Call.bad("type has to be Soft or Hard");
    }
    carryOut(type + " reset", call, (id, same) -> actions.reset(id, type.equals("Hard")));
  }

  private Call.Endpoint of(String name, Action action) {
    return call -> carryOut(name, call, action);
  }

  private void carryOut(String name, Call call, Action action) {
    String id = call.path("id");
    Optional<ActionResult> result = action.on(id, call);
    audit.write(
        Guard.who(call.exchange()),
        Guard.from(call.exchange()),
        name,
        result.map(r -> id + ": " + r.detail()).orElse(id + ": unknown"),
        result.map(ActionResult::done).orElse(false));
    Replies.json(call.exchange(), result.orElseThrow(FleetApi::unknown));
  }
}
