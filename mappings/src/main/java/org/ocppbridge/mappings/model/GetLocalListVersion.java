package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The CSMS asks for the version of the local list; not in 1.2. (1.6 §6.27, §6.28) */
public final class GetLocalListVersion {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("GetLocalListVersion", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request() {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) Integer listVersion) {}

  private GetLocalListVersion() {}
}
