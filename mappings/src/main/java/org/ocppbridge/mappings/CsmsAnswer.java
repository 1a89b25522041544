package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the CSMS gets for its CALL. */
public sealed interface CsmsAnswer {

  /** A CALLRESULT. */
  record Result(ObjectNode payload) implements CsmsAnswer {}

  /** A CALLERROR, with the code in the spelling of the target's version. */
  record Error(String code, String description) implements CsmsAnswer {}

  /** Silence, which 1.6 §4.2 demands while the CSMS has rejected the charger. */
  record Silence(String reason) implements CsmsAnswer {}
}
