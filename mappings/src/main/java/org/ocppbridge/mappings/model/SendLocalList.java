package org.ocppbridge.mappings.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The CSMS sends a local authorisation list; not in 1.2. (1.6 §6.41, §6.42) */
public final class SendLocalList {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("SendLocalList", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(
      @JsonProperty(required = true) Integer listVersion,
      @JsonInclude(NON_EMPTY) List<AuthorizationData> localAuthorizationList,
      @JsonProperty(required = true) UpdateType updateType) {
    public Request {
      localAuthorizationList =
          localAuthorizationList == null ? List.of() : List.copyOf(localAuthorizationList);
    }
  }

  /** The answer. */
  public record Answer(@JsonProperty(required = true) UpdateStatus status) {}

  private SendLocalList() {}
}
