package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A charger asks whether an idTag may charge. (1.6 §6.1, §6.2) */
public final class Authorize {

  /** As asked by a charger. */
  public static final Operation<Request, Answer> FROM_CHARGER =
      new Operation<>("Authorize", Operation.Asker.CHARGER, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonProperty(required = true) String idTag) {}

  /** The answer. */
  public record Answer(@JsonProperty(required = true) IdTagInfo idTagInfo) {}

  private Authorize() {}
}
