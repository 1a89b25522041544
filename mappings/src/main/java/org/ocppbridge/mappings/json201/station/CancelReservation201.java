package org.ocppbridge.mappings.json201.station;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Answer201;
import org.ocppbridge.mappings.json201.base.Command201;
import org.ocppbridge.mappings.json201.base.Reason;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.rules.SoapOperations;

/** CancelReservation: of a reservation that the bridge knows to be in force (H02). */
final class CancelReservation201 {

  private static final String REJECTED = "Rejected";

  private static final Command201<CancelReservation.Request, CancelReservation.Answer> COMMAND =
      Command201.refusing(CancelReservation.FROM_CSMS, REJECTED);

  private CancelReservation201() {}

  static Step<CsmsAnswer> step(CancelReservation.Request request, ChargerView view) {
    if (!SoapOperations.has(view.state(), CancelReservation.FROM_CSMS)) {
      return Answer201.only(COMMAND.unsupported());
    }
    int id = request.reservationId();
    if (!view.state().commands().reservations().containsKey(id)) {
      return Answer201.only(
          Answer201.status(REJECTED, Reason.NOT_FOUND, "no reservation " + id + " is in force"));
    }
    return COMMAND.ask(
        request,
        view,
        (answer, later) ->
            Command201.Ending.with(
                Answer201.status(answer.status().wire()),
                answer.status() == CancelReservationStatus.ACCEPTED ? over(id, later) : List.of()));
  }

  private static List<Change> over(int id, ChargerView view) {
    return Optional.ofNullable(view.state().commands().reservations().get(id))
        .map(reservation -> ReservationEnd.over(reservation, view))
        .orElseGet(List::of);
  }
}
