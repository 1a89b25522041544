package org.ocppbridge.mappings.json201.station;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.AvailabilityType;
import org.ocppbridge.mappings.model.ChangeAvailability;

/** Takes several connectors in or out of service, one call each. */
final class Availability {

  private Availability() {}

  /**
   * What the charger said.
   *
   * @param answers by SOAP connector, in the order of asking
   * @param fault what kept it from answering; the connectors behind were not asked
   */
  record Outcome(Map<Integer, AvailabilityStatus> answers, Optional<ChargerFailed> fault) {

    /** The connectors that are, or will be, as wanted. */
    List<Integer> agreed() {
      return answers.entrySet().stream()
          .filter(e -> e.getValue() != AvailabilityStatus.REJECTED)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Asks for each of the connectors; none: goes on at once. */
  static <A> Step<A> change(
      List<Integer> connectors,
      AvailabilityType type,
      ChargerView view,
      Step.Next<Outcome, A> next) {
    return change(connectors, type, new Outcome(Map.of(), Optional.empty()), view, next);
  }

  private static <A> Step<A> change(
      List<Integer> left,
      AvailabilityType type,
      Outcome soFar,
      ChargerView view,
      Step.Next<Outcome, A> next) {
    if (left.isEmpty() || soFar.fault().isPresent()) {
      return next.after(soFar, view);
    }
    return new Step.AskCharger<>(
        List.of(),
        ChangeAvailability.FROM_CSMS,
        new ChangeAvailability.Request(left.getFirst(), type),
        List.of(),
        (reply, later) ->
            change(
                left.subList(1, left.size()),
                type,
                with(soFar, left.getFirst(), reply),
                later,
                next));
  }

  private static Outcome with(
      Outcome soFar, int connector, ChargerReply<ChangeAvailability.Answer> reply) {
    return switch (reply) {
      case ChargerReply.Answered<ChangeAvailability.Answer>(var answer) -> {
        Map<Integer, AvailabilityStatus> answers = new LinkedHashMap<>(soFar.answers());
        answers.put(
            connector, Optional.ofNullable(answer.status()).orElse(AvailabilityStatus.REJECTED));
        yield new Outcome(answers, Optional.empty());
      }
      case ChargerReply.Failed<ChangeAvailability.Answer>(ChargerFailed fault) ->
          new Outcome(soFar.answers(), Optional.of(fault));
    };
  }
}
