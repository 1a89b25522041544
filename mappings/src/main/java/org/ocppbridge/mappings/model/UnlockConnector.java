package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS unlocks a connector. (1.6 §6.53, §6.54) */
public final class UnlockConnector {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("UnlockConnector", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonProperty(required = true) Integer connectorId) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) UnlockStatus status) {}

  private UnlockConnector() {}
}
