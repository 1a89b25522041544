package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** The CSMS asks for a diagnostics upload. {@code retryInterval} in seconds. (1.6 §6.25, §6.26) */
public final class GetDiagnostics {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("GetDiagnostics", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) String location,
      Instant startTime,
      Instant stopTime,
      Integer retries,
      Integer retryInterval) {}

  /** The answer. */
  public record Answer(String fileName) {}

  private GetDiagnostics() {}
}
