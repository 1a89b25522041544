package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came of a CALL to the CSMS. */
public sealed interface Reply {

  /** A CALLRESULT. */
  record Result(ObjectNode payload) implements Reply {}

  /** A CALLERROR. */
  record Error(String code, String description) implements Reply {}

  /** No answer in time, no connection, or not sent at all. */
  record None(String reason) implements Reply {}
}
