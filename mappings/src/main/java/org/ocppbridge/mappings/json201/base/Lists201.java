package org.ocppbridge.mappings.json201.base;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ocppbridge.mappings.json.ListSizes;

/**
 * The longest lists of the requests of 2.0.1 (edition 3, part 2); none may be empty. What a station
 * chooses itself, its {@code ItemsPerMessage}, is checked by the operations.
 */
final class Lists201 {

  static final ListSizes SIZES =
      new ListSizes(
          false,
          Map.of(
              "GetChargingProfiles", Map.of("chargingProfile.chargingLimitSource", 4),
              "GetMonitoringReport", Map.of("monitoringCriteria", 3),
              "GetReport", Map.of("componentCriteria", 4),
              "RequestStartTransaction", schedules(),
              "SetChargingProfile", schedules()),
          Set.of("DataTransfer.data"));

  private Lists201() {}

  private static Map<String, Integer> schedules() {
    String schedule = "chargingProfile.chargingSchedule";
    String entry = schedule + ".salesTariff.salesTariffEntry";
    Map<String, Integer> most = new HashMap<>();
    most.put(schedule, 3);
    most.put(schedule + ".chargingSchedulePeriod", 1024);
    most.put(entry, 1024);
    most.put(entry + ".consumptionCost", 3);
    most.put(entry + ".consumptionCost.cost", 3);
    return Map.copyOf(most);
  }
}
