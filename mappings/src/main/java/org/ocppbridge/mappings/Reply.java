package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came of a CALL to the CSMS. */
public sealed interface Reply {

  /** A CALLRESULT. */
  record Result(ObjectNode payload) implements Reply {}

  /** A CALLERROR. */
  record Error(String code, String description) implements Reply {}

  /** Can never be sent, for example because it is too long for a frame. Trying again is no use. */
  record Unsendable(String reason) implements Reply {}

  /**
   * No answer in time, no connection, or not sent at all.
   *
   * @param kept whether the message waits for the connection to come back
   */
  record None(String reason, boolean kept) implements Reply {

    /** Nothing is kept. */
    public None(String reason) {
      this(reason, false);
    }
  }
}
