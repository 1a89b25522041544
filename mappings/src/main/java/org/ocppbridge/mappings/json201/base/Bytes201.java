package org.ocppbridge.mappings.json201.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;

/** The station's {@code BytesPerMessage}: how long requests with lists may be (B06.FR.17). */
public final class Bytes201 {

  /** Of requests about the device model. */
  public static final int MODEL = 16_384;

  /** Of a local list, which has longer entries. */
  public static final int LOCAL_LIST = 262_144;

  private static final Map<String, Integer> MOST =
      Map.of(
          "ClearVariableMonitoring", MODEL,
          "GetReport", MODEL,
          "GetVariables", MODEL,
          "SendLocalList", LOCAL_LIST,
          "SetVariableMonitoring", MODEL,
          "SetVariables", MODEL);

  private Bytes201() {}

  /**
   * Checks the length of a request in UTF-8.
   *
   * @throws InvalidCall FormatViolation if it is longer than the station takes (B08.FR.18)
   */
  public static void check(String action, ObjectNode payload) {
    int most = MOST.getOrDefault(action, Integer.MAX_VALUE);
    if (most < Integer.MAX_VALUE
        && payload.toString().getBytes(StandardCharsets.UTF_8).length > most) {
      throw new InvalidCall(
          Violation.FORMATION, action + " is longer than its BytesPerMessage, " + most);
    }
  }
}
