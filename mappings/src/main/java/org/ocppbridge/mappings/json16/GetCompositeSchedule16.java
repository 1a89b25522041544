package org.ocppbridge.mappings.json16;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;

/**
 * GetCompositeSchedule: the charger's schedule, with one fraction digit as the schema wants it; 1.2
 * and 1.5 have none.
 */
final class GetCompositeSchedule16 {

  private static final GetCompositeSchedule.Answer REJECTED =
      new GetCompositeSchedule.Answer(GetCompositeScheduleStatus.REJECTED, null, null, null);

  private static final Command16<GetCompositeSchedule.Request, GetCompositeSchedule.Answer>
      COMMAND = Command16.of(GetCompositeSchedule.FROM_CSMS, REJECTED, REJECTED);

  private GetCompositeSchedule16() {}

  static Step<CsmsAnswer> step(GetCompositeSchedule.Request request, ChargerView view) {
    return COMMAND.ask(
        request,
        view,
        Command16.Around.answering(
            answer -> {
              List<Loss> losses = new ArrayList<>();
              return Command16.Ending.losing(written(answer, losses), losses);
            }));
  }

  private static GetCompositeSchedule.Answer written(
      GetCompositeSchedule.Answer a, List<Loss> losses) {
    ChargingSchedule schedule = a.chargingSchedule();
    if (schedule == null) {
      return a;
    }
    if (absurd(schedule)) {
      losses.add(Loss.dropped("chargingSchedule", "holds a limit that is no number of amperes"));
      return REJECTED;
    }
    return new GetCompositeSchedule.Answer(
        a.status(),
        a.connectorId(),
        a.scheduleStart(),
        Profiles16.inTenths(schedule, "chargingSchedule", losses));
  }

  private static boolean absurd(ChargingSchedule schedule) {
    Stream<BigDecimal> limits =
        schedule.chargingSchedulePeriod().stream().map(ChargingSchedulePeriod::limit);
    return Stream.concat(limits, Stream.ofNullable(schedule.minChargingRate()))
        .filter(Objects::nonNull)
        .anyMatch(Numbers16::absurd);
  }
}
