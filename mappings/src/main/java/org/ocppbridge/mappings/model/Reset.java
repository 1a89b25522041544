package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS restarts a charger. (1.6 §6.39, §6.40) */
public final class Reset {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("Reset", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonProperty(required = true) ResetType type) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ResetStatus status) {}

  private Reset() {}
}
