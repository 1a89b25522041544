package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS removes charging profiles; 1.6 only. (1.6 §6.13, §6.14) */
public final class ClearChargingProfile {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("ClearChargingProfile", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      Integer id,
      Integer connectorId,
      ChargingProfilePurpose chargingProfilePurpose,
      Integer stackLevel) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ClearChargingProfileStatus status) {}

  private ClearChargingProfile() {}
}
