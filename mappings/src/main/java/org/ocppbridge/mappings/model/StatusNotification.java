package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A charger reports the state of a connector (0: the main controller); {@code timestamp} does not
 * exist in 1.2. (1.6 §6.47, §6.48)
 */
public final class StatusNotification {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("StatusNotification", Operation.Asker.CHARGER, Request.class, Answer.class);

  /**
   * The request. {@code status} is null if the charger sent none or one that no version knows: then
   * there is nothing to forward, but the charger is answered as always.
   */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) ErrorCode errorCode,
      String info,
      @JsonProperty(required = true) ConnectorStatus status,
      Instant timestamp,
      String vendorId,
      String vendorErrorCode) {}

  /** The answer. */
  public record Answer() {}

  private StatusNotification() {}
}
