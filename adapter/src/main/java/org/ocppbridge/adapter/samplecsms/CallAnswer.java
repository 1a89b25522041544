package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a CALL of the CSMS. */
public sealed interface CallAnswer {

  /** A CALLRESULT that keeps to the contract. */
  record Result(JsonNode payload) implements CallAnswer {}

  /** A CALLERROR. */
  record Error(String code, String description) implements CallAnswer {}

  /** No answer: the time was over, or the charging station is not connected. */
  record None(String reason) implements CallAnswer {}
}
