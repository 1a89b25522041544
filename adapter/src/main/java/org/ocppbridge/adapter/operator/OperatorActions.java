package org.ocppbridge.adapter.operator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ocppbridge.adapter.access.Doorkeeper;
import org.ocppbridge.adapter.charger.Charger;
import org.ocppbridge.adapter.console.view.ActionResult;
import org.ocppbridge.adapter.console.view.Actions;
import org.ocppbridge.adapter.fleet.ChargerFleet;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.json201.base.Evse;

/**
 * What an operator has done about a charger. Commands go the way of the CSMS's own commands,
 * through the same mappings, so that all that follows from them is kept and told as always.
 */
final class OperatorActions implements Actions {

  /** Most connectors whose state is asked for at once. */
  private static final int CONNECTORS_MAX = 20;

  private final ChargerFleet fleet;
  private final Doorkeeper door;
  private final CallbackProbe probe;
  private final Time time;

  /** Something that is done. */
  private record Done(boolean done, String detail) {}

  OperatorActions(ChargerFleet fleet, Doorkeeper door, Time time) {
    this.fleet = fleet;
    this.door = door;
    this.probe = new CallbackProbe();
    this.time = time;
  }

  @Override
  public Optional<ActionResult> testCallback(String charger) {
    return on(
        charger,
        known -> {
          CallbackProbe.Finding finding = probe.test(known);
          return new Done(finding.reached(), finding.words());
        });
  }

  @Override
  public Optional<ActionResult> reset(String charger, boolean hard) {
    return on(
        charger,
        known -> {
          boolean old = known.session().dialect().target() == Target.OCPP16;
          String type = old ? (hard ? "Hard" : "Soft") : hard ? "Immediate" : "OnIdle";
          return command(known, "Reset", object().put("type", type));
        });
  }

  @Override
  public Optional<ActionResult> triggerStatus(String charger, Optional<Integer> connector) {
    return on(
        charger,
        known -> {
          List<Integer> connectors = connector.map(List::of).orElseGet(() -> connectors(known));
          return connectors.isEmpty()
              ? new Done(false, "the charger has told of no connector so far")
              : all(connectors.stream().map(n -> triggerStatus(known, n)).toList());
        });
  }

  private static List<Integer> connectors(Charger charger) {
    return charger.session().state().connectors().all().keySet().stream()
        .filter(number -> number > 0)
        .limit(CONNECTORS_MAX)
        .toList();
  }

  private static Done triggerStatus(Charger charger, int connector) {
    ObjectNode trigger = object().put("requestedMessage", "StatusNotification");
    if (charger.session().dialect().target() == Target.OCPP16) {
      trigger.put("connectorId", connector);
    } else {
      trigger.set("evse", Evse.of(connector, charger.session().view()).json());
    }
    Done done = command(charger, "TriggerMessage", trigger);
    return new Done(done.done(), "connector " + connector + ": " + done.detail());
  }

  private static Done all(List<Done> parts) {
    String words = parts.stream().map(Done::detail).collect(Collectors.joining("; "));
    return new Done(parts.stream().allMatch(Done::done), words);
  }

  @Override
  public Optional<ActionResult> pause(String charger, boolean paused) {
    return on(
        charger,
        known -> {
          boolean changed = known.session().pause(paused);
          String now = paused ? "delivery to the CSMS is paused" : "delivery to the CSMS goes on";
          return new Done(true, changed ? now : now + ", as before");
        });
  }

  @Override
  public Optional<ActionResult> reconnect(String charger) {
    return on(
        charger,
        known -> {
          known.reconnect();
          return new Done(true, "the connection to the CSMS is made anew");
        });
  }

  @Override
  public Optional<ActionResult> accept(String charger) {
    return on(
        charger,
        known ->
            door.accept(known.id())
                ? new Done(true, "its alarms are over; it is pinned anew at its next boot")
                : new Done(false, "there was nothing to accept"));
  }

  private Optional<ActionResult> on(String id, Function<Charger, Done> action) {
    return fleet
        .find(id)
        .map(
            charger -> {
              Instant begin = time.now();
              Done done = action.apply(charger);
              long millis = Duration.between(begin, time.now()).toMillis();
              return new ActionResult(done.done(), done.detail(), millis);
            });
  }

  private static Done command(Charger charger, String action, ObjectNode payload) {
    return switch (charger.command(action, payload)) {
      case CsmsAnswer.Result(ObjectNode answer) -> answered(answer);
      case CsmsAnswer.Error(String code, String why) -> new Done(false, code + ": " + why);
      case CsmsAnswer.Silence(String why) -> new Done(false, why);
    };
  }

  private static Done answered(ObjectNode answer) {
    String status = answer.path("status").asText("answered");
    String why = answer.path("statusInfo").path("additionalInfo").asText("");
    boolean done = status.equals("Accepted") || status.equals("Scheduled");
    return new Done(done, why.isEmpty() ? status : status + ": " + why);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
