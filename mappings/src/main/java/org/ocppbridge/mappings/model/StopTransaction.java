package org.ocppbridge.mappings.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A charger says that a transaction has ended. {@code meterStop} in Wh; {@code reason} exists in
 * 1.6 only. (1.6 §6.49, §6.50)
 */
public final class StopTransaction {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("StopTransaction", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer transactionId,
      String idTag,
      @JsonProperty(required = true) Instant timestamp,
      @JsonProperty(required = true) BigDecimal meterStop,
      StopReason reason,
      @JsonInclude(NON_EMPTY) List<MeterValue> transactionData) {
    public Request {
      transactionData = transactionData == null ? List.of() : List.copyOf(transactionData);
    }
  }

  /** The answer. */
  public record Answer(IdTagInfo idTagInfo) {}

  private StopTransaction() {}
}
