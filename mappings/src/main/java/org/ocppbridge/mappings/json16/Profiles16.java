package org.ocppbridge.mappings.json16;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;

/**
 * Charging profiles on their way to a 1.6 charger: its own transaction number, one fraction digit.
 */
final class Profiles16 {

  private Profiles16() {}

  /**
   * The profile as the charger knows things.
   *
   * @return empty if it is for a transaction that the charger does not have
   */
  static Optional<ChargingProfile> forCharger(
      ChargingProfile p, String field, ChargerView view, List<Loss> losses) {
    Optional<Transaction> transaction = Optional.empty();
    if (p.transactionId() != null) {
      transaction =
          view.state()
              .transactions()
              .ofCsms(p.transactionId().toString())
              .filter(Transaction::open);
      if (transaction.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new ChargingProfile(
            p.chargingProfileId(),
            transaction.map(Transaction::id).orElse(null),
            p.stackLevel(),
            p.chargingProfilePurpose(),
            p.chargingProfileKind(),
            p.recurrencyKind(),
            p.validFrom(),
            p.validTo(),
            schedule(p.chargingSchedule(), field + ".chargingSchedule", losses)));
  }

  private static ChargingSchedule schedule(ChargingSchedule s, String field, List<Loss> losses) {
    if (s.chargingSchedulePeriod().isEmpty()) {
      throw new InvalidCall(
          Violation.OCCURRENCE_CONSTRAINT, field + ".chargingSchedulePeriod is empty");
    }
    return inTenths(s, field, losses);
  }

  /** A schedule with one fraction digit in each limit, as the schemas of 1.6 want it. */
  static ChargingSchedule inTenths(ChargingSchedule s, String field, List<Loss> losses) {
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (ChargingSchedulePeriod p : s.chargingSchedulePeriod()) {
      String limit = field + ".chargingSchedulePeriod[" + periods.size() + "].limit";
      periods.add(
          new ChargingSchedulePeriod(
              p.startPeriod(), Numbers16.tenths(p.limit(), limit, losses), p.numberPhases()));
    }
    return new ChargingSchedule(
        s.duration(),
        s.startSchedule(),
        s.chargingRateUnit(),
        periods,
        Numbers16.tenths(s.minChargingRate(), field + ".minChargingRate", losses));
  }
}
