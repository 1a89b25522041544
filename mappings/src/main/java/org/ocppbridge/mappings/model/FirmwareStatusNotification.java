package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A charger tells how its firmware update goes. (1.6 §6.19, §6.20) */
public final class FirmwareStatusNotification {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>(
          "FirmwareStatusNotification", Operation.Asker.CHARGER, Request.class, Answer.class);

  /**
   * The request. {@code status} is null if the charger sent none or one that no version knows: then
   * there is nothing to forward, but the charger is answered as always.
   */
  public record Request(@JsonProperty(required = true) FirmwareStatus status) {}

  /** The answer. */
  public record Answer() {}

  private FirmwareStatusNotification() {}
}
