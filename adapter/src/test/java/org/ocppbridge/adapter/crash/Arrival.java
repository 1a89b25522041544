package org.ocppbridge.adapter.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A transaction message that came to the CSMS.
 *
 * @param at when, by the computer's nanosecond clock
 * @param messageId the OCPP-J message id
 * @param payload what it says
 * @param outcome what the CSMS did with it
 */
record Arrival(
    long at, String identity, String messageId, String action, JsonNode payload, Outcome outcome) {

  private static final List<String> ACTIONS =
      List.of("StartTransaction", "MeterValues", "StopTransaction", "TransactionEvent");

  static boolean is(String action, JsonNode payload) {
    return ACTIONS.contains(action) && !(payload.has("evseId") && action.equals("MeterValues"));
  }

  /** What the CSMS did with a message. */
  enum Outcome {
    /** Took it and said so at once. */
    TAKEN,
    /** Took it, but said so late, perhaps too late. */
    TAKEN_LATE,
    /** Did not take it: an error, silence, or a broken link instead of an answer. */
    REFUSED
  }

  Arrival with(Outcome other) {
    return new Arrival(at, identity, messageId, action, payload, other);
  }

  /** Whether the CSMS has it, so that it need not come again. */
  boolean taken() {
    return outcome != Outcome.REFUSED;
  }

  /** The kind as the charger calls it, and the register; the same for a repetition. */
  String what() {
    return switch (action) {
      case "StartTransaction" -> "Start " + payload.path("meterStart").asLong();
      case "StopTransaction" -> "Stop " + payload.path("meterStop").asLong();
      case "MeterValues" -> "Meter " + registers().getLast();
      default -> whatEvent();
    };
  }

  private String whatEvent() {
    if (registers().isEmpty()) {
      return "Event " + transaction() + " " + seqNo().orElse(-1);
    }
    return switch (payload.path("eventType").asText()) {
      case "Started" -> "Start " + registers().getFirst();
      case "Updated" -> "Meter " + registers().getFirst();
      default -> "Stop " + registers().stream().mapToLong(Long::longValue).max().orElse(-1);
    };
  }

  /** The CSMS's id; of a 1.6J start there is none yet. */
  String transaction() {
    return action.equals("TransactionEvent")
        ? payload.path("transactionInfo").path("transactionId").asText()
        : payload.path("transactionId").asText();
  }

  Optional<Integer> seqNo() {
    return payload.has("seqNo") ? Optional.of(payload.path("seqNo").asInt()) : Optional.empty();
  }

  private List<Long> registers() {
    List<Long> registers = new ArrayList<>();
    for (JsonNode value : payload.path("meterValue")) {
      for (JsonNode sample : value.path("sampledValue")) {
        registers.add(Math.round(Double.parseDouble(sample.path("value").asText())));
      }
    }
    return registers;
  }
}
