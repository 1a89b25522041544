package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS clears the authorisation cache. (1.6 §6.11, §6.12) */
public final class ClearCache {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("ClearCache", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request() {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ClearCacheStatus status) {}

  private ClearCache() {}
}
