package org.ocppbridge.mappings.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;

/**
 * A message of the 2.0.1 CSMS, with a payload that a charger could carry out.
 *
 * @param payload may hold {@code TX} and {@code LATER}
 */
record Command(String action, String payload) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NO =
      Set.of("Rejected", "Failed", "NotSupported", "UnknownVendorId", "UnlockFailed");

  static List<Command> all() {
    return Table.lines("commands-201.table").stream()
        .map(line -> line.split(" ", 2))
        .map(words -> new Command(words[0], words[1]))
        .toList();
  }

  /** What happens on a charger of a version, in a word for the page. */
  String outcome(SoapVersion version) {
    Station201 station = new Station201(version);
    String filled =
        payload.replace("TX", station.transaction()).replace("LATER", Station201.LATER.toString());
    try {
      return words(station.ask(action, (ObjectNode) JSON.readTree(filled)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(action + ": " + filled, e);
    }
  }

  private static String words(Step<CsmsAnswer> step) {
    return switch (step) {
      case Step.AskCharger<?, ?, CsmsAnswer> ask -> "charger: " + ask.operation();
      case Step.AskCsms<CsmsAnswer> ask -> "bridge, then " + ask.message().action();
      case Step.Done<CsmsAnswer> done -> words(done.answer());
    };
  }

  private static String words(CsmsAnswer answer) {
    return switch (answer) {
      case CsmsAnswer.Result result -> words(result.payload());
      case CsmsAnswer.Error error -> "refused: CALLERROR " + error.code();
      case CsmsAnswer.Silence silence -> "no answer: " + silence.reason();
    };
  }

  private static String words(JsonNode payload) {
    String status = payload.path("status").asText();
    String reason = payload.at("/statusInfo/reasonCode").asText();
    String why = reason.isEmpty() ? "" : " (" + reason + ")";
    return NO.contains(status) ? "refused: " + status + why : "bridge";
  }
}
