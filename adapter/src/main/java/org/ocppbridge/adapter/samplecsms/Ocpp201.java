package org.ocppbridge.adapter.samplecsms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ocppbridge.adapter.witness.Contract;
import org.ocppbridge.adapter.witness.Contract.Side;
import org.ocppbridge.adapter.witness.Deviation;
import org.ocppbridge.adapter.witness.JsonCheck;

/** OCPP 2.0.1: answers every message that a charging station can send. */
final class Ocpp201 implements Dialect {
  private static final Duration TOKEN_VALID = Duration.ofDays(30);
  private static final String GROUP = "GROUP-1";

  /** Tokens that begin like this are refused with this status; all others are accepted. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "BLOCKED", "Blocked",
          "EXPIRED", "Expired",
          "INVALID", "Invalid",
          "CONCURRENT", "ConcurrentTx",
          "UNKNOWN", "Unknown",
          "NOCREDIT", "NoCredit");

  private final JsonCheck check = new JsonCheck(Contract.load("ocpp2.0.1"));
  private final Map<String, Function<JsonNode, ObjectNode>> answers;
  private final Clock clock;
  private final int interval;

  /**
   * @param interval seconds between heartbeats, given in answers to BootNotification
   */
  Ocpp201(Clock clock, int interval) {
    this.clock = clock;
    this.interval = interval;
    this.answers =
        Map.ofEntries(
            Map.entry("Authorize", payload -> object().set("idTokenInfo", tokenInfo(payload))),
            Map.entry(
                "BootNotification",
                payload -> time(status("Accepted")).put("interval", this.interval)),
            Map.entry("ClearedChargingLimit", Ocpp201::noted),
            Map.entry("DataTransfer", Ocpp201::dataTransfer),
            Map.entry("FirmwareStatusNotification", Ocpp201::noted),
            Map.entry("Get15118EVCertificate", payload -> status("Failed").put("exiResponse", "")),
            Map.entry("GetCertificateStatus", payload -> status("Failed")),
            Map.entry("Heartbeat", payload -> time(object())),
            Map.entry("LogStatusNotification", Ocpp201::noted),
            Map.entry("MeterValues", Ocpp201::noted),
            Map.entry("NotifyChargingLimit", Ocpp201::noted),
            Map.entry("NotifyCustomerInformation", Ocpp201::noted),
            Map.entry("NotifyDisplayMessages", Ocpp201::noted),
            Map.entry("NotifyEVChargingNeeds", payload -> status("Rejected")),
            Map.entry("NotifyEVChargingSchedule", payload -> status("Accepted")),
            Map.entry("NotifyEvent", Ocpp201::noted),
            Map.entry("NotifyMonitoringReport", Ocpp201::noted),
            Map.entry("NotifyReport", Ocpp201::noted),
            Map.entry("PublishFirmwareStatusNotification", Ocpp201::noted),
            Map.entry("ReportChargingProfiles", Ocpp201::noted),
            Map.entry("ReservationStatusUpdate", Ocpp201::noted),
            Map.entry("SecurityEventNotification", Ocpp201::noted),
            Map.entry("SignCertificate", payload -> status("Rejected")),
            Map.entry("StatusNotification", Ocpp201::noted),
            Map.entry("TransactionEvent", this::event));
  }

  @Override
  public String subprotocol() {
    return "ocpp2.0.1";
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

  /** 2.0.1 part 4 §4.3. */
  @Override
  public String errorCode(Deviation deviation) {
    return switch (deviation.kind()) {
      case UNKNOWN_ACTION -> "NotImplemented";
      case FORMATION -> "FormatViolation";
      case OCCURRENCE -> "OccurrenceConstraintViolation";
      case TYPE -> "TypeConstraintViolation";
      case VALUE -> "PropertyConstraintViolation";
    };
  }

  /** A token is judged when the event brings one (E01). */
  private ObjectNode event(JsonNode payload) {
    return payload.has("idToken") ? object().set("idTokenInfo", tokenInfo(payload)) : object();
  }

  private static ObjectNode noted(JsonNode payload) {
    return object();
  }

  private static ObjectNode dataTransfer(JsonNode payload) {
    if (payload.get("vendorId").asText().startsWith("unknown")) {
      return status("UnknownVendorId");
    }
    ObjectNode answer = status("Accepted");
    return payload.has("data") ? answer.set("data", payload.get("data")) : answer;
  }

  private ObjectNode tokenInfo(JsonNode payload) {
    String token = payload.get("idToken").get("idToken").asText();
    String status =
        REFUSED.entrySet().stream()
            .filter(entry -> token.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("Accepted");
    ObjectNode info = status(status);
    if (status.equals("Accepted")) {
      info.put(
          "cacheExpiryDateTime",
          clock.instant().plus(TOKEN_VALID).truncatedTo(ChronoUnit.SECONDS).toString());
      info.set("groupIdToken", object().put("idToken", GROUP).put("type", "Central"));
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
