package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS takes a connector (0: all) in or out of service. (1.6 §6.7, §6.8) */
public final class ChangeAvailability {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("ChangeAvailability", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) AvailabilityType type) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) AvailabilityStatus status) {}

  private ChangeAvailability() {}
}
