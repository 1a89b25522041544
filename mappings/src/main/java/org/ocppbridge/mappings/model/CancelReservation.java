package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS cancels a reservation; not in 1.2. (1.6 §6.5, §6.6) */
public final class CancelReservation {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("CancelReservation", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonProperty(required = true) Integer reservationId) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) CancelReservationStatus status) {}

  private CancelReservation() {}
}
