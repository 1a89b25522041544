package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.ocppbridge.mappings.model.ChargingProfileKind;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.RecurrencyKind;

/** A charging profile as a 2.0.1 CSMS gives it (2.0.1 §2.10). */
public record Profile201(
    @JsonProperty(required = true) Integer id,
    @JsonProperty(required = true) Integer stackLevel,
    @JsonProperty(required = true) Purpose chargingProfilePurpose,
    @JsonProperty(required = true) ChargingProfileKind chargingProfileKind,
    RecurrencyKind recurrencyKind,
    Instant validFrom,
    Instant validTo,
    @JsonProperty(required = true) List<Schedule> chargingSchedule,
    String transactionId) {

  /** A schedule (2.0.1 §2.12); {@code duration} in seconds. */
  public record Schedule(
      @JsonProperty(required = true) Integer id,
      Instant startSchedule,
      Integer duration,
      @JsonProperty(required = true) ChargingRateUnit chargingRateUnit,
      @JsonProperty(required = true) List<Period> chargingSchedulePeriod,
      BigDecimal minChargingRate,
      SalesTariff salesTariff) {

    Schedule withoutTariff() {
      return new Schedule(
          id,
          startSchedule,
          duration,
          chargingRateUnit,
          chargingSchedulePeriod,
          minChargingRate,
          null);
    }
  }

  /** A period (2.0.1 §2.14); {@code startPeriod} in seconds from the start of the schedule. */
  public record Period(
      @JsonProperty(required = true) Integer startPeriod,
      @JsonProperty(required = true) BigDecimal limit,
      Integer numberPhases,
      Integer phaseToUse) {}

  /** As it is remembered: without sales tariffs, which no SOAP charger can hold, for this one. */
  Profile201 forTransaction(String csmsId) {
    return new Profile201(
        id,
        stackLevel,
        chargingProfilePurpose,
        chargingProfileKind,
        recurrencyKind,
        validFrom,
        validTo,
        chargingSchedule.stream().map(Schedule::withoutTariff).toList(),
        csmsId);
  }
}
