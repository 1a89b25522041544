package org.ocppbridge.bench.server;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer of the generated type for each generated request that the load makes. */
final class FixedAnswers {
  static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final String TIME = "2026-01-01T00:00:00Z";
  private static final String TAG = "{'idTagInfo': {'status': 'Accepted'}}";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "BootNotification",
          "{'status': 'Accepted', 'currentTime': '%1$s', 'heartbeatInterval': '300', 'interval': '300'}"
              .formatted(TIME),
          "Heartbeat",
          "{'currentTime': '%s'}".formatted(TIME),
          "Authorize",
          TAG,
          "StatusNotification",
          "{}",
          "StartTransaction",
          "{'transactionId': '1', 'idTagInfo': {'status': 'Accepted'}}",
          "MeterValues",
          "{}",
          "StopTransaction",
          TAG);

  private FixedAnswers() {}

  /** By the class of the request. */
  static Map<Class<?>, Object> all() {
    Map<Class<?>, Object> all = new HashMap<>();
    for (String version : List.of("cs12", "cs15", "cs16")) {
      ANSWERS.forEach(
          (operation, answer) ->
              all.put(type(version, operation, "Request"), answer(version, operation, answer)));
    }
    return all;
  }

  private static Object answer(String version, String operation, String answer) {
    try {
      JsonNode tree = MAPPER.readTree(answer.replace('\'', '"'));
      return MAPPER.treeToValue(tree, type(version, operation, "Response"));
    } catch (IOException e) {
      throw new IllegalStateException(operation, e);
    }
  }

  static Class<?> type(String version, String operation, String kind) {
    try {
      return Class.forName("org.ocppbridge.wsdl." + version + "." + operation + kind);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
