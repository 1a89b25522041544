package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A charger says what it is and asks to be registered. {@code interval} is in seconds; 1.2 and 1.5
 * call it heartbeatInterval. (1.6 §6.3, §6.4)
 */
public final class BootNotification {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("BootNotification", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) String chargePointVendor,
      @JsonProperty(required = true) String chargePointModel,
      String chargePointSerialNumber,
      String chargeBoxSerialNumber,
      String firmwareVersion,
      String iccid,
      String imsi,
      String meterType,
      String meterSerialNumber) {}

  /** The answer. */
  public record Answer(
      @JsonProperty(required = true) RegistrationStatus status,
      @JsonProperty(required = true) Instant currentTime,
      @JsonProperty(required = true) Integer interval) {}

  private BootNotification() {}
}
