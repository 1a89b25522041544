package org.ocppbridge.mappings.json201.charging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * A sales tariff of a schedule (2.0.1 §2.47). SOAP chargers have none; it is read so that a wrong
 * one is refused.
 */
record SalesTariff(
    @JsonProperty(required = true) Integer id,
    String salesTariffDescription,
    Integer numEPriceLevels,
    @JsonProperty(required = true) List<Entry> salesTariffEntry) {

  record Entry(
      @JsonProperty(required = true) Interval relativeTimeInterval,
      Integer ePriceLevel,
      List<ConsumptionCost> consumptionCost) {}

  record Interval(@JsonProperty(required = true) Integer start, Integer duration) {}

  record ConsumptionCost(
      @JsonProperty(required = true) BigDecimal startValue,
      @JsonProperty(required = true) List<Cost> cost) {}

  record Cost(
      @JsonProperty(required = true) Kind costKind,
      @JsonProperty(required = true) Integer amount,
      Integer amountMultiplier) {}

  enum Kind {
    @JsonProperty("CarbonDioxideEmission")
    CARBON_DIOXIDE_EMISSION,
    @JsonProperty("RelativePricePercentage")
    RELATIVE_PRICE_PERCENTAGE,
    @JsonProperty("RenewableGenerationPercentage")
    RENEWABLE_GENERATION_PERCENTAGE
  }
}
