package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A charging schedule (1.6 §7.13); {@code duration} in seconds. */
public record ChargingSchedule(
    Integer duration,
    Instant startSchedule,
    @JsonProperty(required = true) ChargingRateUnit chargingRateUnit,
    @JsonProperty(required = true) List<ChargingSchedulePeriod> chargingSchedulePeriod,
    BigDecimal minChargingRate) {
  public ChargingSchedule {
    chargingSchedulePeriod =
        chargingSchedulePeriod == null ? List.of() : List.copyOf(chargingSchedulePeriod);
  }
}
