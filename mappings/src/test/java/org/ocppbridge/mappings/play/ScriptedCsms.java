package org.ocppbridge.mappings.play;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Target;

/** A CSMS that answers as the test says; it accepts everything where the test says nothing. */
final class ScriptedCsms {
  private final Map<String, Function<ObjectNode, Reply>> answers = new HashMap<>();
  private int transaction = 7000;

  ScriptedCsms(Target target) {
    String info = target == Target.OCPP201 ? "idTokenInfo" : "idTagInfo";
    says("Authorize", "{\"%s\":{\"status\":\"Accepted\"}}".formatted(info));
    says("BootNotification", Play.boot("Accepted", 120));
    says("Heartbeat", "{\"currentTime\":\"2026-03-01T12:00:07Z\"}");
    says("DataTransfer", "{\"status\":\"Accepted\"}");
    says("StopTransaction", "{\"idTagInfo\":{\"status\":\"Accepted\"}}");
    answers(
        "StartTransaction",
        payload ->
            Play.result(
                "{\"transactionId\":"
                    + ++transaction
                    + ",\"idTagInfo\":{\"status\":\"Accepted\"}}"));
  }

  private void says(String action, String json) {
    answers(action, payload -> Play.result(json));
  }

  void answers(String action, Function<ObjectNode, Reply> answer) {
    answers.put(action, answer);
  }

  Reply answer(String action, ObjectNode payload) {
    return answers.getOrDefault(action, any -> Play.result("{}")).apply(payload);
  }
}
