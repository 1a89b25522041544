package org.ocppbridge.mappings.json201.station;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Tokens;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.SoapOperations;

/** ReservationStatusUpdate: a reservation ends and the CSMS did not end it (H01, H03, H04). */
final class ReservationUpdates {

  /** Kind of the wake-ups that take a reservation back at the charger. */
  static final String WAKE_UP = "unreserve";

  /** Who was authorised or started this recently has come for the reservation (H03.FR.09). */
  private static final Duration JUST_NOW = Duration.ofSeconds(60);

  private ReservationUpdates() {}

  private static News removed(int reservationId) {
    return News.of(
        ReservationEnd.update(reservationId, "Removed"),
        new CommandChange.ReservationOver(reservationId));
  }

  /**
   * What a report means for the reservation of its connector.
   *
   * @param report complete, and not noted yet
   */
  static News onStatus(StatusNotification.Request report, ChargerView view) {
    return view.state().commands().reservations().values().stream()
        .filter(r -> report.connectorId() > 0 && report.connectorId().equals(r.connectorId()))
        .map(r -> onStatus(r, report.status(), view))
        .reduce(News.NONE, News::and);
  }

  private static News onStatus(
      ReserveNow.Request reservation, ConnectorStatus status, ChargerView view) {
    int id = reservation.reservationId();
    boolean broken = status == ConnectorStatus.FAULTED || status == ConnectorStatus.UNAVAILABLE;
    if (broken) {
      // H01.FR.16, FR.17; the charger may still keep it.
      return removed(id)
          .and(News.noted(List.of(new Change.WakeUp(WAKE_UP + "/" + id, view.now()))));
    }
    boolean given = status == ConnectorStatus.AVAILABLE && wasReserved(reservation, view);
    if (!given || !view.now().isBefore(reservation.expiryDate())) {
      return News.NONE;
    }
    return consumed(reservation, view)
        ? News.noted(List.of(new CommandChange.ReservationOver(id)))
        : removed(id);
  }

  private static boolean wasReserved(ReserveNow.Request reservation, ChargerView view) {
    return view.state()
        .connectors()
        .get(reservation.connectorId())
        .status()
        .filter(before -> before.status() == ConnectorStatus.RESERVED)
        .isPresent();
  }

  private static boolean consumed(ReserveNow.Request reservation, ChargerView view) {
    String tag = reservation.idTag().toLowerCase(Locale.ROOT);
    Instant since = view.now().minus(JUST_NOW);
    boolean authorised =
        Optional.ofNullable(view.state().tokens().known().get(tag))
            .map(Tokens.Token::at)
            .filter(at -> !at.isBefore(since))
            .isPresent();
    return authorised || view.state().commands().remoteStarts().containsKey(tag);
  }

  /** Asks the charger to give a reservation up; whatever it answers, the CSMS was told. */
  static Step<Void> woken(String wakeUp, ChargerView view) {
    List<Change> over = List.of(new Change.WakeUpOver(wakeUp));
    int id = Integer.parseInt(wakeUp.substring(WAKE_UP.length() + 1));
    if (!SoapOperations.has(view.state(), CancelReservation.FROM_CSMS)) {
      return Step.Done.with(null, over);
    }
    return new Step.AskCharger<>(
        over,
        CancelReservation.FROM_CSMS,
        new CancelReservation.Request(id),
        List.of(Loss.synthesised("CancelReservation", "the connector of " + id + " is broken")),
        (ChargerReply<CancelReservation.Answer> reply, ChargerView later) -> Step.Done.with(null));
  }
}
