package org.ocppbridge.mappings.json201.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.ReserveNow;

/** A reservation that nobody used comes to its end (H04). */
final class ReservationEnd {

  private static final String EXPIRY = "reservation";

  /** A reservation without end is one until here: RFC 3339 has four digits for the year. */
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private ReservationEnd() {}

  static void addTo(Tables tables) {
    tables.onWakeUp(EXPIRY, ReservationEnd::expired);
  }

  /** Notes when a reservation expires. */
  static Change at(ReserveNow.Request reservation) {
    Instant expiry = reservation.expiryDate();
    return new Change.WakeUp(
        EXPIRY + "/" + reservation.reservationId(), expiry.isBefore(LATEST) ? expiry : LATEST);
  }

  private static Step<Void> expired(String reason, ChargerView view) {
    int id = Integer.parseInt(reason.substring(EXPIRY.length() + 1));
    Optional<ReserveNow.Request> unused =
        Optional.ofNullable(view.state().commands().reservations().get(id));
    List<Change> changes = new ArrayList<>(List.of(new Change.WakeUpOver(reason)));
    List<Message> messages = new ArrayList<>();
    unused.ifPresent(
        reservation -> {
          changes.addAll(over(reservation, view));
          messages.add(update(id, "Expired"));
        });
    return Told.with(null, changes, messages, List.of());
  }

  /** Notes that a reservation is over; its connector should become Available now. */
  static List<Change> over(ReserveNow.Request reservation, ChargerView view) {
    return List.of(
        new CommandChange.ReservationOver(reservation.reservationId()),
        SilentCharger.expectReleased(reservation.connectorId(), view));
  }

  /**
   * A ReservationStatusUpdate.
   *
   * @param status Expired or Removed
   */
  static Message update(int reservationId, String status) {
    return Message.bounded(
        "ReservationStatusUpdate",
        Json.object().put("reservationId", reservationId).put("reservationUpdateStatus", status),
        "reservations");
  }
}
