package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A charger reports samples; {@code transactionId} does not exist in 1.2. (1.6 §6.31, §6.32) */
public final class MeterValues {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("MeterValues", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      Integer transactionId,
      @JsonProperty(required = true) List<MeterValue> meterValue) {
    public Request {
      meterValue = meterValue == null ? List.of() : List.copyOf(meterValue);
    }
  }

  /** The answer. */
  public record Answer() {}

  private MeterValues() {}
}
