package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A charging profile (1.6 §7.8); 1.6 only. */
public record ChargingProfile(
    @JsonProperty(required = true) Integer chargingProfileId,
    Integer transactionId,
    @JsonProperty(required = true) Integer stackLevel,
    @JsonProperty(required = true) ChargingProfilePurpose chargingProfilePurpose,
    @JsonProperty(required = true) ChargingProfileKind chargingProfileKind,
    RecurrencyKind recurrencyKind,
    Instant validFrom,
    Instant validTo,
    @JsonProperty(required = true) ChargingSchedule chargingSchedule) {}
