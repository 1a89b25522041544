package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A configuration key with its value (1.6 §7.29). */
public record KeyValue(
    @JsonProperty(required = true) String key,
    @JsonProperty(required = true) Boolean readonly,
    String value) {}
