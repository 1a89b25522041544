package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS sets a charging profile; 1.6 only. (1.6 §6.43, §6.44) */
public final class SetChargingProfile {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("SetChargingProfile", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) ChargingProfile csChargingProfiles) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ChargingProfileStatus status) {}

  private SetChargingProfile() {}
}
