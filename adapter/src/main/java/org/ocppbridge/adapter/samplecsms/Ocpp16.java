package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.JsonCheck;

/** OCPP 1.6 over JSON, with what a charging station sends of the security extension. */
final class Ocpp16 implements Dialect {
  private static final int FIRST_TRANSACTION = 5001;
  private static final Duration TAG_VALID = Duration.ofDays(30);
  private static final String GROUP = "GROUP-1";

  /** Tags that begin like this are refused with this status; all others are accepted. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "BLOCKED",
          "Blocked",
          "EXPIRED",
          "Expired",
          "INVALID",
          "Invalid",
          "CONCURRENT",
          "ConcurrentTx");

  private final JsonCheck check = new JsonCheck(Contract.load("ocpp1.6j"));
  private final AtomicInteger transactions = new AtomicInteger(FIRST_TRANSACTION);
  private final Map<String, Function<JsonNode, ObjectNode>> answers;
  private final Clock clock;
  private final int interval;

  /**
   * @param interval seconds between heartbeats, given in answers to BootNotification
   */
  Ocpp16(Clock clock, int interval) {
    this.clock = clock;
    this.interval = interval;
    this.answers =
        Map.ofEntries(
            Map.entry("Authorize", payload -> object().set("idTagInfo", tagInfo(payload))),
            Map.entry(
                "BootNotification",
                payload -> time(status("Accepted")).put("interval", this.interval)),
            Map.entry("DataTransfer", this::dataTransfer),
            Map.entry("DiagnosticsStatusNotification", payload -> object()),
            Map.entry("FirmwareStatusNotification", payload -> object()),
            Map.entry("Heartbeat", payload -> time(object())),
            Map.entry("LogStatusNotification", payload -> object()),
            Map.entry("MeterValues", payload -> object()),
            Map.entry("SecurityEventNotification", payload -> object()),
            Map.entry("SignCertificate", payload -> status("Rejected")),
            Map.entry("SignedFirmwareStatusNotification", payload -> object()),
            Map.entry("StartTransaction", this::start),
            Map.entry("StatusNotification", payload -> object()),
            Map.entry("StopTransaction", this::stop));
  }

  @Override
  public String subprotocol() {
    return "ocpp1.6";
  }

  @Override
  public List<Deviation> judgeRequest(String action, JsonNode payload) {
    return check.request(Side.Cs, action, payload);
  }

  @Override
  public List<Deviation> judgeResponse(String action, JsonNode payload) {
    return check.response(Side.Cp, action, payload);
  }

  @Override
  public ObjectNode answer(String charger, String action, JsonNode payload) {
    return answers.get(action).apply(payload);
  }

  /** OCPP-J 1.6 §4.2.3, with the specification's own spelling. */
  @Override
  public String errorCode(Deviation deviation) {
    return switch (deviation.kind()) {
      case UNKNOWN_ACTION -> "NotImplemented";
      case FORMATION -> "FormationViolation";
      case OCCURRENCE -> "OccurenceConstraintViolation";
      case TYPE -> "TypeConstraintViolation";
      case VALUE -> "PropertyConstraintViolation";
    };
  }

  private ObjectNode start(JsonNode payload) {
    ObjectNode answer = object().put("transactionId", transactions.getAndIncrement());
    return answer.set("idTagInfo", tagInfo(payload));
  }

  private ObjectNode stop(JsonNode payload) {
    return payload.has("idTag") ? object().set("idTagInfo", tagInfo(payload)) : object();
  }

  private ObjectNode dataTransfer(JsonNode payload) {
    if (payload.get("vendorId").asText().startsWith("unknown")) {
      return status("UnknownVendorId");
    }
    ObjectNode answer = status("Accepted");
    return payload.has("data") ? answer.set("data", payload.get("data")) : answer;
  }

  private ObjectNode tagInfo(JsonNode payload) {
    String tag = payload.get("idTag").asText();
    String status =
        REFUSED.entrySet().stream()
            .filter(entry -> tag.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("Accepted");
    ObjectNode info = status(status);
    if (status.equals("Accepted")) {
      info.put(
              "expiryDate",
              clock.instant().plus(TAG_VALID).truncatedTo(ChronoUnit.SECONDS).toString())
          .put("parentIdTag", GROUP);
    }
    return info;
  }

  private ObjectNode time(ObjectNode answer) {
    return answer.put("currentTime", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static ObjectNode status(String status) {
    return object().put("status", status);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
