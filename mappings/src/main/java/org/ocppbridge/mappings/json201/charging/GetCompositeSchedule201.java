package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;
import org.ocppbridge.mappings.rules.SoapOperations;

/** GetCompositeSchedule: the charger's own schedule, with what 2.0.1 requires in it (K08). */
final class GetCompositeSchedule201 {

  private static final String REJECTED = "Rejected";

  private static final Command201<GetCompositeSchedule.Request, GetCompositeSchedule.Answer>
      COMMAND = SmartCommand.of(GetCompositeSchedule.FROM_CSMS, REJECTED);

  private GetCompositeSchedule201() {}

  /** The request (2.0.1 §1.27); {@code duration} in seconds. */
  record Request(
      @JsonProperty(required = true) Integer duration,
      ChargingRateUnit chargingRateUnit,
      @JsonProperty(required = true) Integer evseId) {}

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    if (!SoapOperations.has(view.state(), GetCompositeSchedule.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    if (request.evseId() != 0 && !Evse.exists(request.evseId(), view)) {
      return refused(Reason.UNKNOWN_EVSE, "the charger has no EVSE " + request.evseId());
    }
    if (request.chargingRateUnit() != null && !Abilities.unit(request.chargingRateUnit(), view)) {
      return refused(
          Reason.UNSUPPORTED_RATE_UNIT, "the charger does not know this chargingRateUnit");
    }
    int connector =
        request.evseId() == 0 ? 0 : Evse.connectors(request.evseId(), view).getFirst();
    return COMMAND.ask(
        new GetCompositeSchedule.Request(
            connector, request.duration(), request.chargingRateUnit()),
        view,
        (answer, later) -> Command201.Ending.plain(answer(answer, request, later)));
  }

  private static Step<CsmsAnswer> refused(Reason reason, String why) {
    return Answer201.only(Answer201.status(REJECTED, reason, why));
  }

  private static CsmsAnswer answer(
      GetCompositeSchedule.Answer answer, Request request, ChargerView view) {
    if (answer.status() == GetCompositeScheduleStatus.REJECTED) {
      return Answer201.status(REJECTED);
    }
    ChargingSchedule schedule = answer.chargingSchedule();
    if (schedule == null || schedule.chargingSchedulePeriod().isEmpty() || absurd(schedule)) {
      return Answer201.status(
          REJECTED, Reason.MISSING_DEV_MODEL_INFO, "the charger gave no schedule that can be used");
    }
    ObjectNode payload = Json.object().put("status", "Accepted");
    payload.set("schedule", composite(answer, schedule, request, view));
    return new CsmsAnswer.Result(payload);
  }

  private static boolean absurd(ChargingSchedule schedule) {
    return schedule.chargingSchedulePeriod().stream().anyMatch(p -> Tenths.absurd(p.limit()));
  }

  private static ObjectNode composite(
      GetCompositeSchedule.Answer answer,
      ChargingSchedule schedule,
      Request request,
      ChargerView view) {
    var start =
        Stream.of(answer.scheduleStart(), schedule.startSchedule())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(view.now());
    ObjectNode composite =
        Json.object()
            .put("evseId", request.evseId())
            .put("duration", schedule.duration() == null ? request.duration() : schedule.duration())
            .put("scheduleStart", Times.write(start))
            .put("chargingRateUnit", schedule.chargingRateUnit().wire());
    ArrayNode periods = composite.putArray("chargingSchedulePeriod");
    schedule.chargingSchedulePeriod().forEach(p -> periods.add(period(p)));
    return composite;
  }

  private static ObjectNode period(ChargingSchedulePeriod p) {
    ObjectNode period =
        Json.object().put("startPeriod", p.startPeriod()).put("limit", p.limit());
    return p.numberPhases() == null ? period : period.put("numberPhases", p.numberPhases());
  }
}
