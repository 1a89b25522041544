package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/** Samples taken at one moment (1.6 §7.33). */
public record MeterValue(
    @JsonProperty(required = true) Instant timestamp,
    @JsonProperty(required = true) List<SampledValue> sampledValue) {
  public MeterValue {
    sampledValue = sampledValue == null ? List.of() : List.copyOf(sampledValue);
  }
}
