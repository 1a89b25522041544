package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** What is known of an idTag (1.6 §7.27). */
public record IdTagInfo(
    @JsonProperty(required = true) AuthorizationStatus status,
    Instant expiryDate,
    String parentIdTag) {}
