package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ocppbridge.adapter.witness.Deviation;

/** One protocol version as the CSMS speaks it. */
interface Dialect {

  /** Its WebSocket subprotocol. */
  String subprotocol();

  /** What is wrong with a CALL of a charging station; empty if nothing. */
  List<Deviation> judgeRequest(String action, JsonNode payload);

  /** What is wrong with a charging station's answer; empty if nothing. */
  List<Deviation> judgeResponse(String action, JsonNode payload);

  /** Answers a sound CALL. */
  ObjectNode answer(String charger, String action, JsonNode payload);

  /** The error code of a CALLERROR for a deviation. */
  String errorCode(Deviation deviation);
}
