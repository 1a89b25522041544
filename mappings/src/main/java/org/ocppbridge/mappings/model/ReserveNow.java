package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The CSMS reserves a connector; not in 1.2. (1.6 §6.37, §6.38) */
public final class ReserveNow {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("ReserveNow", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) Instant expiryDate,
      @JsonProperty(required = true) String idTag,
      String parentIdTag,
      @JsonProperty(required = true) Integer reservationId) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ReservationStatus status) {}

  private ReserveNow() {}
}
