package org.ocppbridge.mappings.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;

/**
 * A message of the 2.0.1 CSMS.
 *
 * @param payload what a charger could carry out; may hold {@code TX}, the running transaction, and
 *     {@code LATER}
 */
record Command(String action, String payload) {

  /** What reserves connector 3. */
  static final String RESERVATION =
      """
      {"id":7,"expiryDateTime":"LATER","evseId":3,"idToken":{"idToken":"TAG-2","type":"ISO14443"}}""";

  /** An authority that the CSMS has the station trust. */
  static final String ROOT =
      """
      {"certificateType":"CSMSRootCertificate","certificate":"ROOT"}""";

  /** Whose the station is: certificates are for this operator. */
  static final String OPERATOR =
      """
      {"setVariableData":[{"attributeValue":"Operator","component":{"name":"SecurityCtrlr"},
       "variable":{"name":"OrganizationName"}}]}""";

  /** A profile for connector 2. */
  static final String PROFILE =
      """
      {"evseId":2,"chargingProfile":{"id":5,"stackLevel":1,"chargingProfilePurpose":"TxDefaultProfile",
       "chargingProfileKind":"Relative","chargingSchedule":[{"id":1,"chargingRateUnit":"A",
       "chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}]}}""";

  private static final Set<String> NO =
      Set.of("Rejected", "Failed", "NotSupported", "UnknownVendorId", "UnlockFailed");

  /** All of them, in their order. */
  static List<Command> all() {
    return Table.lines("commands-201.table").stream()
        .map(line -> line.split(" ", 2))
        .map(words -> new Command(words[0], words[1]))
        .toList();
  }

  /** What happens with a charger of a version. */
  Result on(SoapVersion version) {
    return new Result(new Station(version).ask(action, payload));
  }

  /** What happened, in words. */
  record Result(Station.Outcome outcome) {

    /** Whether the action is none that such a charger can have a part in. */
    boolean notSupported() {
      return outcome.answer() instanceof CsmsAnswer.Error(String code, String why)
          && code.equals("NotSupported");
    }

    /** Whether the charger was spared it, and the CSMS told no. */
    boolean refused() {
      return outcome.asked().isEmpty()
          && (outcome.answer() instanceof CsmsAnswer.Error || NO.contains(status()));
    }

    /** For the page. */
    String words() {
      String what =
          outcome.asked().isEmpty() ? answer() : "charger: " + String.join(", ", outcome.asked());
      return outcome.followers().isEmpty()
          ? what
          : what + "; then " + String.join(", ", outcome.followers());
    }

    private String answer() {
      return switch (outcome.answer()) {
        case CsmsAnswer.Result result ->
            (refused() ? "refused" : "bridge")
                + (status().isEmpty() ? "" : ": " + status())
                + why();
        case CsmsAnswer.Error error -> "refused: CALLERROR " + error.code();
        case CsmsAnswer.Silence silence -> "no answer: " + silence.reason();
      };
    }

    private String status() {
      return texts("status", "attributeStatus").findFirst().orElse("");
    }

    private String why() {
      return texts("reasonCode")
          .filter(reason -> !reason.equals(status()))
          .map(reason -> " (" + reason + ")")
          .findFirst()
          .orElse("");
    }

    /** The values of fields, wherever they are. */
    private Stream<String> texts(String... fields) {
      return outcome.answer() instanceof CsmsAnswer.Result(ObjectNode payload)
          ? Stream.of(fields)
              .flatMap(field -> payload.findValues(field).stream())
              .map(JsonNode::asText)
          : Stream.empty();
    }
  }
}
