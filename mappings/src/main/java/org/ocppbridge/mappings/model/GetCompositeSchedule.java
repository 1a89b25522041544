package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * The CSMS asks for the schedule in force; 1.6 only. {@code duration} in seconds. (1.6 §6.21,
 * §6.22)
 */
public final class GetCompositeSchedule {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("GetCompositeSchedule", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) Integer duration,
      ChargingRateUnit chargingRateUnit) {}

  /** The answer. */
  public record Answer(
      @JsonProperty(required = true) GetCompositeScheduleStatus status,
      Integer connectorId,
      Instant scheduleStart,
      ChargingSchedule chargingSchedule) {}

  private GetCompositeSchedule() {}
}
