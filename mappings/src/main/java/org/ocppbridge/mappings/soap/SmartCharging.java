package org.ocppbridge.mappings.soap;

import java.math.BigDecimal;
import java.util.List;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.ClearChargingProfileStatus;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.wsdl.cp16.GetCompositeScheduleResponse;

/** The answers of smart charging, which 1.6 alone has. */
final class SmartCharging {

  private SmartCharging() {}

  /** Unknown is the one negative word: no profile was found to clear. */
  static ClearChargingProfile.Answer clearProfile(FieldReader in, String status) {
    return new ClearChargingProfile.Answer(
        in.status(status, Words.CLEAR_CHARGING_PROFILE_STATUS, ClearChargingProfileStatus.UNKNOWN));
  }

  static SetChargingProfile.Answer setProfile(FieldReader in, String status) {
    return new SetChargingProfile.Answer(
        in.status(status, Words.CHARGING_PROFILE_STATUS, ChargingProfileStatus.REJECTED));
  }

  static GetCompositeSchedule.Answer compositeSchedule(
      FieldReader in, GetCompositeScheduleResponse answer) {
    var schedule = answer.getChargingSchedule();
    return new GetCompositeSchedule.Answer(
        in.status(
            answer.getStatus(),
            Words.COMPOSITE_SCHEDULE_STATUS,
            GetCompositeScheduleStatus.REJECTED),
        in.integer("connectorId", answer.getConnectorId()),
        in.timeOrNothing("scheduleStart", answer.getScheduleStart()),
        schedule == null ? null : schedule(in.in("chargingSchedule"), schedule));
  }

  /**
   * A schedule is whole or not at all: one without a period or with a guessed limit would be a lie
   * about power.
   */
  private static ChargingSchedule schedule(
      FieldReader in, org.ocppbridge.wsdl.cp16.ChargingSchedule schedule) {
    var given = schedule.getChargingSchedulePeriod();
    List<ChargingSchedulePeriod> periods =
        in.list("chargingSchedulePeriod", given, SmartCharging::period);
    ChargingRateUnit unit =
        in.word("chargingRateUnit", schedule.getChargingRateUnit(), Words.RATE_UNIT);
    if (unit == null || periods.isEmpty() || periods.size() < given.size()) {
      in.dropped(
          "chargingSchedulePeriod",
          "unit, period, start or limit is missing: the schedule is left out");
      return null;
    }
    return new ChargingSchedule(
        in.integer("duration", schedule.getDuration()),
        in.timeOrNothing("startSchedule", schedule.getStartSchedule()),
        unit,
        periods,
        in.decimal("minChargingRate", schedule.getMinChargingRate()));
  }

  private static ChargingSchedulePeriod period(
      FieldReader in, org.ocppbridge.wsdl.cp16.ChargingSchedulePeriod period) {
    Integer start = in.integer("startPeriod", period.getStartPeriod());
    BigDecimal limit = in.decimal("limit", period.getLimit());
    Integer phases = in.integer("numberPhases", period.getNumberPhases());
    return start == null || limit == null ? null : new ChargingSchedulePeriod(start, limit, phases);
  }
}
