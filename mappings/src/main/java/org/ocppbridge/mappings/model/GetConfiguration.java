package org.ocppbridge.mappings.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** The CSMS reads configuration keys (none named: all); not in 1.2. (1.6 §6.23, §6.24) */
public final class GetConfiguration {

  /** As asked by the CSMS. */
  public static final Operation<Request, Answer> FROM_CSMS =
      new Operation<>("GetConfiguration", Operation.Asker.CSMS, Request.class, Answer.class);

  /** The request. */
  public record Request(@JsonInclude(NON_EMPTY) List<String> key) {
    public Request {
      key = key == null ? List.of() : List.copyOf(key);
    }
  }

  /** The answer. */
  public record Answer(
      @JsonInclude(NON_EMPTY) List<KeyValue> configurationKey,
      @JsonInclude(NON_EMPTY) List<String> unknownKey) {
    public Answer {
      configurationKey = configurationKey == null ? List.of() : List.copyOf(configurationKey);
      unknownKey = unknownKey == null ? List.of() : List.copyOf(unknownKey);
    }
  }

  private GetConfiguration() {}
}
