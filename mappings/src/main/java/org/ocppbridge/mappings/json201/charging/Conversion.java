package org.ocppbridge.mappings.json201.charging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;

/** A 2.0.1 charging profile in the words of 1.6 (MR B7). */
final class Conversion {

  private static final String SCHEDULE = "chargingProfile.chargingSchedule[0]";

  private Conversion() {}

  /**
   * Converts a profile that the rules let pass.
   *
   * @param transaction the one it names
   */
  static ChargingProfile of(
      Profile201 p, Optional<Transaction> transaction, List<Loss> losses) {
    return new ChargingProfile(
        p.id(),
        transaction.map(Transaction::id).orElse(null),
        p.stackLevel(),
        p.chargingProfilePurpose().in16().orElseThrow(),
        p.chargingProfileKind(),
        p.recurrencyKind(),
        p.validFrom(),
        p.validTo(),
        schedule(p.chargingSchedule().getFirst(), losses));
  }

  private static ChargingSchedule schedule(Profile201.Schedule s, List<Loss> losses) {
    if (s.salesTariff() != null) {
      losses.add(Loss.dropped(SCHEDULE + ".salesTariff", "1.6 has no sales tariffs"));
    }
    List<ChargingSchedulePeriod> periods = new ArrayList<>();
    for (Profile201.Period p : s.chargingSchedulePeriod()) {
      String limit = SCHEDULE + ".chargingSchedulePeriod[" + periods.size() + "].limit";
      periods.add(
          new ChargingSchedulePeriod(
              p.startPeriod(), Tenths.down(p.limit(), limit, losses), p.numberPhases()));
    }
    return new ChargingSchedule(
        s.duration(),
        s.startSchedule(),
        s.chargingRateUnit(),
        periods,
        Tenths.down(s.minChargingRate(), SCHEDULE + ".minChargingRate", losses));
  }
}
