package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * A period of a schedule (1.6 §7.14); {@code startPeriod} in seconds from the start, {@code limit}
 * with one fraction digit.
 */
public record ChargingSchedulePeriod(
    @JsonProperty(required = true) Integer startPeriod,
    @JsonProperty(required = true) BigDecimal limit,
    Integer numberPhases) {}
