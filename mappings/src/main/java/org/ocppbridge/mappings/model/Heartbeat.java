package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A charger shows that it is alive and asks for the time. (1.6 §6.29, §6.30) */
public final class Heartbeat {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("Heartbeat", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request() {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) Instant currentTime) {}

  private Heartbeat() {}
}
