package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One sample (1.6 §7.43); 1.2 knows {@code value} alone. {@code value} is the text of the charger.
 */
public record SampledValue(
    @JsonProperty(required = true) String value,
    ReadingContext context,
    ValueFormat format,
    Measurand measurand,
    Phase phase,
    Location location,
    UnitOfMeasure unit) {}
