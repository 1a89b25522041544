package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The CSMS asks for a firmware update. {@code retryInterval} in seconds. (1.6 §6.55, §6.56) */
public final class UpdateFirmware {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("UpdateFirmware", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) String location,
      Integer retries,
      @JsonProperty(required = true) Instant retrieveDate,
      Integer retryInterval) {}

  /** The answer. */
  public record Answer() {}

  private UpdateFirmware() {}
}
