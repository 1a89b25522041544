package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS asks for a message now; 1.6 only. (1.6 §6.51, §6.52) */
public final class TriggerMessage {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("TriggerMessage", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) MessageTrigger requestedMessage, Integer connectorId) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) TriggerMessageStatus status) {}

  private TriggerMessage() {}
}
