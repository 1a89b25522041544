package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A CALL on the CSMS's side of the bridge and, when it is there, its answer.
 *
 * @param call the CALL frame
 * @param answer the CALLRESULT or CALLERROR frame
 */
record JsonCall(JsonNode call, Optional<JsonNode> answer) {
  static final int CALL = 2;
  private static final int CALLRESULT = 3;

  String id() {
    return call.path(1).asText();
  }

  String action() {
    return call.path(2).asText();
  }

  JsonNode payload() {
    return call.path(3);
  }

  JsonCall answered(JsonNode frame) {
    return new JsonCall(call, Optional.of(frame));
  }

  /** Payload of the answer, if it is a CALLRESULT. */
  Optional<JsonNode> result() {
    return answer.filter(frame -> frame.path(0).asInt() == CALLRESULT).map(frame -> frame.path(2));
  }
}
