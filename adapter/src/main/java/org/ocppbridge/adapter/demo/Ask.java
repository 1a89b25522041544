package org.ocppbridge.adapter.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A command of the CSMS in the demo.
 *
 * @param action what is asked
 * @param payload with what; {@code TX} stands for the id of the running transaction, {@code LATER}
 *     for a time to come
 * @param expected members of the answer, by name or JSON pointer, and their values
 * @param followUps what the charger sends after it; with {@link Pairing#SAID} before it, what the
 *     CSMS is told
 */
record Ask(String action, String payload, Map<String, String> expected, List<String> followUps) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A command whose answer has this status. */
  static Ask of(String action, String payload, String status, String... followUps) {
    return new Ask(action, payload, Map.of("status", status), List.of(followUps));
  }

  /** A command whose answer has no status. */
  static Ask bare(
      String action, String payload, Map<String, String> expected, String... followUps) {
    return new Ask(action, payload, expected, List.of(followUps));
  }

  ObjectNode payload(String transaction, String later) {
    try {
      return (ObjectNode)
          JSON.readTree(payload.replace("\"TX\"", transaction).replace("LATER", later));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the script's " + action + " is not JSON", e);
    }
  }
}
