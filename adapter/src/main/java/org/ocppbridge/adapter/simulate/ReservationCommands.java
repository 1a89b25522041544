package org.ocppbridge.adapter.simulate;

import java.util.Optional;
import org.ocppbridge.adapter.witness.Xml;

/** Reservations (1.5 and 1.6). */
final class ReservationCommands {
  private final SimulatedCharger charger;
  private final Station station;
  private final Answers answers;

  ReservationCommands(SimulatedCharger charger, Answers answers) {
    this.charger = charger;
    this.station = charger.station();
    this.answers = answers;
  }

  Outcome reserve(Xml request) {
    Connector.Reservation reservation =
        new Connector.Reservation(request.number("reservationId", 0), request.value("idTag"));
    int number = request.number("connectorId", 0);
    String status =
        station.with(
            all ->
                all.connector(number)
                    .map(
                        connector -> {
                          String possible = possible(connector, reservation);
                          if (possible.equals("Accepted")) {
                            connector.reserve(Optional.of(reservation));
                          }
                          return possible;
                        })
                    .orElse("Rejected"));
    Xml answer = answers.status("ReserveNow", status);
    return status.equals("Accepted")
        ? new Outcome(answer, () -> charger.status(number, ConnectorState.RESERVED))
        : Outcome.of(answer);
  }

  private static String possible(Connector connector, Connector.Reservation wanted) {
    boolean others =
        connector.reservation().map(reservation -> reservation.id() != wanted.id()).orElse(false);
    if (connector.busy() || others) {
      return "Occupied";
    }
    return switch (connector.state()) {
      case FAULTED -> "Faulted";
      case UNAVAILABLE -> "Unavailable";
      default -> "Accepted";
    };
  }

  Outcome cancel(Xml request) {
    int id = request.number("reservationId", 0);
    Optional<Integer> reserved =
        station.with(
            all ->
                all.connectors.stream()
                    .filter(
                        connector ->
                            connector
                                .reservation()
                                .map(reservation -> reservation.id() == id)
                                .orElse(false))
                    .findFirst()
                    .map(
                        connector -> {
                          connector.reserve(Optional.empty());
                          return connector.number();
                        }));
    Xml answer = answers.accepted("CancelReservation", reserved.isPresent());
    return reserved
        .map(number -> new Outcome(answer, () -> charger.status(number, ConnectorState.AVAILABLE)))
        .orElse(Outcome.of(answer));
  }
}
