package org.ocppbridge.mappings.json201.charging;

import static org.ocppbridge.mappings.json201.base.Reason.DUPLICATE_PROFILE;
import static org.ocppbridge.mappings.json201.base.Reason.INVALID_PROFILE;
import static org.ocppbridge.mappings.json201.base.Reason.INVALID_SCHEDULE;
import static org.ocppbridge.mappings.json201.base.Reason.INVALID_STACK_LEVEL;
import static org.ocppbridge.mappings.json201.base.Reason.TOO_MANY_ELEMENTS;
import static org.ocppbridge.mappings.json201.base.Reason.TX_NOT_FOUND;
import static org.ocppbridge.mappings.json201.base.Reason.UNKNOWN_EVSE;
import static org.ocppbridge.mappings.json201.base.Reason.UNSUPPORTED_RATE_UNIT;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ocppbridge.mappings.json201.base.Evse;

/** Which charging profiles are refused without asking the charger (MR B7). */
final class ProfileRules {

  /** What every profile for a 1.6 charger has to keep. */
  private static final List<Rule> COMMON =
      List.of(
          new Rule(
              INVALID_STACK_LEVEL,
              "the charger has no such stack level",
              c ->
                  c.profile().stackLevel() < 0
                      || !Abilities.stackLevel(c.profile().stackLevel(), c.view())),
          new Rule(
              INVALID_SCHEDULE,
              "a 1.6 charger takes exactly one schedule",
              c -> c.profile().chargingSchedule().size() != 1),
          new Rule(
              UNSUPPORTED_RATE_UNIT,
              "the charger does not take this chargingRateUnit",
              c -> schedules(c).anyMatch(s -> !Abilities.unit(s.chargingRateUnit(), c.view()))),
          new Rule(
              TOO_MANY_ELEMENTS,
              "the charger does not take so many periods",
              c ->
                  schedules(c)
                      .anyMatch(
                          s -> !Abilities.periods(s.chargingSchedulePeriod().size(), c.view()))),
          new Rule(
              INVALID_SCHEDULE,
              "a 1.6 charger cannot be told which phase to use (K01.FR.48)",
              c -> periods(c).map(Profile201.Period::phaseToUse).anyMatch(Objects::nonNull)),
          new Rule(
              INVALID_SCHEDULE,
              "a limit is no number of amperes or watts",
              c -> schedules(c).anyMatch(Tenths::absurd)));

  /** SetChargingProfile. */
  static final List<Rule> SET =
      and(
          new Rule(
              UNKNOWN_EVSE,
              "the charger has no such EVSE",
              c -> c.evseId() != 0 && !Evse.exists(c.evseId(), c.view())),
          new Rule(
              INVALID_PROFILE,
              "external constraints do not come from the CSMS (K01)",
              c -> c.is(Purpose.EXTERNAL_CONSTRAINTS)),
          new Rule(
              INVALID_PROFILE,
              "ChargingStationMaxProfile is for EVSE 0 (K04.FR.03)",
              c -> c.is(Purpose.STATION_MAX) && c.evseId() != 0),
          new Rule(
              INVALID_PROFILE,
              "TxProfile is for an EVSE (K01.FR.16)",
              c -> c.is(Purpose.TX) && c.evseId() == 0),
          new Rule(
              TX_NOT_FOUND,
              "no such transaction runs on the EVSE (K01.FR.09)",
              c -> c.is(Purpose.TX) && c.transaction().isEmpty()),
          new Rule(
              DUPLICATE_PROFILE,
              "another TxDefaultProfile has this stack level (K01.FR.52, K01.FR.53)",
              ProfileTable::duplicate));

  /** The profile of a RequestStartTransaction. */
  static final List<Rule> START =
      and(
          new Rule(
              INVALID_PROFILE,
              "a profile for a start is a TxProfile (F01)",
              c -> !c.is(Purpose.TX)),
          new Rule(
              INVALID_PROFILE,
              "a profile for a start names no transaction (F01)",
              c -> c.profile().transactionId() != null));

  private ProfileRules() {}

  private static List<Rule> and(Rule... own) {
    return Stream.concat(Stream.of(own), COMMON.stream()).toList();
  }

  private static Stream<Profile201.Schedule> schedules(Candidate c) {
    return c.profile().chargingSchedule().stream();
  }

  private static Stream<Profile201.Period> periods(Candidate c) {
    return schedules(c).flatMap(s -> s.chargingSchedulePeriod().stream());
  }
}
