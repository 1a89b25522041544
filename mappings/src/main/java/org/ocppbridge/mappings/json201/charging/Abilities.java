package org.ocppbridge.mappings.json201.charging;

import java.util.List;
import java.util.Map;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.base.Keys;
import org.ocppbridge.mappings.model.ChargingRateUnit;

/**
 * What a charger says of its smart charging (1.6 §9.4). What it never said is not a limit: it
 * refuses by itself.
 */
final class Abilities {

  private static final Map<ChargingRateUnit, String> UNITS =
      Map.of(ChargingRateUnit.AMPERE, "Current", ChargingRateUnit.WATT, "Power");

  private Abilities() {}

  static boolean smartCharging(ChargerView view) {
    List<String> profiles = Keys.words("SupportedFeatureProfiles", view);
    return view.state().version() == SoapVersion.V16
        && (profiles.isEmpty() || has(profiles, "SmartCharging"));
  }

  static boolean stackLevel(int level, ChargerView view) {
    return Keys.number("ChargeProfileMaxStackLevel", view).filter(max -> level > max).isEmpty();
  }

  static boolean unit(ChargingRateUnit unit, ChargerView view) {
    List<String> allowed = Keys.words("ChargingScheduleAllowedChargingRateUnit", view);
    return allowed.isEmpty() || has(allowed, UNITS.get(unit)) || has(allowed, unit.wire());
  }

  static boolean periods(int count, ChargerView view) {
    return Keys.number("ChargingScheduleMaxPeriods", view).filter(max -> count > max).isEmpty();
  }

  private static boolean has(List<String> words, String wanted) {
    return words.stream().anyMatch(wanted::equalsIgnoreCase);
  }
}
