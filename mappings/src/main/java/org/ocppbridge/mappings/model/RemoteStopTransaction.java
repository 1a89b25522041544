package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS stops a transaction. (1.6 §6.35, §6.36) */
public final class RemoteStopTransaction {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("RemoteStopTransaction", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonProperty(required = true) Integer transactionId) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) RemoteStartStopStatus status) {}

  private RemoteStopTransaction() {}
}
