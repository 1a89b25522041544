package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS starts a transaction; the profile exists in 1.6 only. (1.6 §6.33, §6.34) */
public final class RemoteStartTransaction {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("RemoteStartTransaction", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      Integer connectorId,
      @JsonProperty(required = true) String idTag,
      ChargingProfile chargingProfile) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) RemoteStartStopStatus status) {}

  private RemoteStartTransaction() {}
}
