package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS sets a configuration key. (1.6 §6.9, §6.10) */
public final class ChangeConfiguration {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("ChangeConfiguration", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) String key, @JsonProperty(required = true) String value) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) ConfigurationStatus status) {}

  private ChangeConfiguration() {}
}
