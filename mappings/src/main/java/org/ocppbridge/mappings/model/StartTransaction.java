package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A charger says that a transaction has started. {@code meterStart} in Wh, with fractions where a
 * charger sends them. (1.6 §6.45, §6.46)
 */
public final class StartTransaction {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("StartTransaction", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer connectorId,
      @JsonProperty(required = true) String idTag,
      @JsonProperty(required = true) Instant timestamp,
      @JsonProperty(required = true) BigDecimal meterStart,
      Integer reservationId) {}

  /** The answer. */
  public record Answer(
      @JsonProperty(required = true) IdTagInfo idTagInfo,
      @JsonProperty(required = true) Integer transactionId) {}

  private StartTransaction() {}
}
