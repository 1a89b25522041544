package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.OrderChange;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Evse;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.AvailabilityType;

/**
 * ChangeAvailability: of the station, of an EVSE, or of a connector (G03, G04). An EVSE of several
 * connectors takes one call for each. What was agreed is kept, see {@link ClosedConnectors}.
 */
final class ChangeAvailability201 {

  private static final String REJECTED = "Rejected";
  private static final List<Integer> STATION = List.of(0);

  private ChangeAvailability201() {}

  /** The request (2.0.1 §1.9). */
  record Request(Place evse, @JsonProperty(required = true) AvailabilityType operationalStatus) {}

  /** Where; without connector all of the EVSE. */
  record Place(@JsonProperty(required = true) Integer id, Integer connectorId) {
    String said() {
      return connectorId == null ? "EVSE " + id : "connector " + connectorId + " of EVSE " + id;
    }
  }

  static Step<CsmsAnswer> step(Request request, ChargerView view) {
    List<Integer> connectors = connectors(Optional.ofNullable(request.evse()), view);
    if (connectors.isEmpty()) {
      return Answer201.only(
          Answer201.status(
              REJECTED, Reason.UNKNOWN_EVSE, "the charger has no " + request.evse().said()));
    }
    AvailabilityType type = request.operationalStatus();
    return Availability.change(
        connectors, type, view, (outcome, later) -> answered(outcome, type, later));
  }

  private static List<Integer> connectors(Optional<Place> place, ChargerView view) {
    if (place.filter(p -> p.id() != 0).isEmpty()) {
      boolean whole = place.map(Place::connectorId).filter(connector -> connector != 0).isEmpty();
      return whole ? STATION : List.of();
    }
    List<Integer> ofEvse = Evse.connectors(place.get().id(), view);
    Integer wanted = place.get().connectorId();
    return wanted == null
        ? ofEvse
        : ofEvse.stream().filter(n -> Evse.of(n, view).connectorId() == wanted).toList();
  }

  private static Step<CsmsAnswer> answered(
      Availability.Outcome outcome, AvailabilityType type, ChargerView view) {
    List<Change> changes = new ArrayList<>();
    outcome
        .answers()
        .forEach((connector, status) -> changes.addAll(agreed(connector, status, type, view)));
    return new Step.Done<>(answer(outcome), changes, List.of(), losses(outcome));
  }

  private static List<Change> agreed(
      int connector, AvailabilityStatus status, AvailabilityType type, ChargerView view) {
    Change order = new OrderChange.Availability(connector, type == AvailabilityType.INOPERATIVE);
    return switch (status) {
      case REJECTED -> List.of();
      case ACCEPTED -> List.of(order, SilentCharger.expectAvailability(connector, view));
      case SCHEDULED ->
          connector == 0 ? List.of(order, SilentCharger.expectUnavailable(view)) : List.of(order);
    };
  }

  /** One answer for all: a connector that refuses or fails means Rejected. */
  private static CsmsAnswer answer(Availability.Outcome outcome) {
    return outcome
        .fault()
        .map(fault -> Answer201.status(REJECTED, Reason.of(fault), fault.getMessage()))
        .orElseGet(() -> Answer201.status(worst(outcome.answers()).wire()));
  }

  private static AvailabilityStatus worst(Map<Integer, AvailabilityStatus> answers) {
    return List.of(AvailabilityStatus.REJECTED, AvailabilityStatus.SCHEDULED).stream()
        .filter(answers::containsValue)
        .findFirst()
        .orElse(AvailabilityStatus.ACCEPTED);
  }

  private static List<Loss> losses(Availability.Outcome outcome) {
    return outcome.fault().stream()
        .map(fault -> Loss.synthesised("answer", fault.getMessage()))
        .toList();
  }
}
