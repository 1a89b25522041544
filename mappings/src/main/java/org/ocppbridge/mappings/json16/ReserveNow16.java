package org.ocppbridge.mappings.json16;

import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;

/**
 * ReserveNow and CancelReservation: passed on and remembered, so that a transaction can name its
 * reservation. 1.2 has neither.
 */
final class ReserveNow16 {

  private static final ReserveNow.Answer REJECTED =
      new ReserveNow.Answer(ReservationStatus.REJECTED);

  private static final CancelReservation.Answer NOT_CANCELLED =
      new CancelReservation.Answer(CancelReservationStatus.REJECTED);

  private static final Command16<ReserveNow.Request, ReserveNow.Answer> RESERVE =
      Command16.of(ReserveNow.FROM_CSMS, REJECTED, REJECTED);

  private static final Command16<CancelReservation.Request, CancelReservation.Answer> CANCEL =
      Command16.of(CancelReservation.FROM_CSMS, NOT_CANCELLED, NOT_CANCELLED);

  private ReserveNow16() {}

  static Step<CsmsAnswer> step(ReserveNow.Request request, ChargerView view) {
    return RESERVE.ask(
        request,
        view,
        Command16.Around.answering(
            answer ->
                answer.status() == ReservationStatus.ACCEPTED
                    ? Command16.Ending.with(answer, new CommandChange.Reserved(request))
                    : Command16.Ending.plain(answer)));
  }

  static Step<CsmsAnswer> cancel(CancelReservation.Request request, ChargerView view) {
    return CANCEL.ask(
        request,
        view,
        Command16.Around.answering(
            answer ->
                answer.status() == CancelReservationStatus.ACCEPTED
                    ? Command16.Ending.with(
                        answer, new CommandChange.ReservationOver(request.reservationId()))
                    : Command16.Ending.plain(answer)));
  }
}
