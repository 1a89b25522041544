package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Vendor data, either way; 1.2 has none. (1.6 §6.15, §6.16) */
public final class DataTransfer {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("DataTransfer", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("DataTransfer", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) String vendorId, String messageId, String data) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) DataTransferStatus status, String data) {}

  private DataTransfer() {}
}
