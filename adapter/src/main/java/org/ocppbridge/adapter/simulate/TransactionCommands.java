package org.ocppbridge.adapter.simulate;

import java.util.List;
import java.util.Optional;
import org.ocppbridge.adapter.witness.Xml;
import org.ocppbridge.mappings.SoapVersion;

/** Commands that begin or end charging. */
final class TransactionCommands {
  private final SimulatedCharger charger;
  private final Station station;
  private final Answers answers;

  TransactionCommands(SimulatedCharger charger, Answers answers) {
    this.charger = charger;
    this.station = charger.station();
    this.answers = answers;
  }

  Outcome remoteStart(Xml request) {
    String tag = request.value("idTag");
    int wanted = request.number("connectorId", 0);
    Optional<Connector> chosen =
        station.with(
            all -> {
              Optional<Connector> free =
                  all.connectors.stream()
                      .filter(connector -> wanted == 0 || connector.number() == wanted)
                      .filter(connector -> canStart(connector, tag))
                      .findFirst();
              free.ifPresent(connector -> connector.occupy(tag));
              return free;
            });
    Xml answer = answers.accepted("RemoteStartTransaction", chosen.isPresent());
    return chosen
        .map(connector -> new Outcome(answer, () -> startRemotely(connector.number(), tag)))
        .orElse(Outcome.of(answer));
  }

  private static boolean canStart(Connector connector, String tag) {
    return !connector.busy()
        && connector.state() != ConnectorState.UNAVAILABLE
        && connector.state() != ConnectorState.FAULTED
        && connector.reservation().map(reservation -> reservation.tag().equals(tag)).orElse(true);
  }

  private void startRemotely(int connector, String tag) throws CallFailed {
    charger.status(connector, ConnectorState.PREPARING);
    if ("true".equals(station.with(all -> all.configuration.get("AuthorizeRemoteTxRequests")))
        && !charger.authorize(tag).equals("Accepted")) {
      charger.leave(connector);
      return;
    }
    charger.start(connector, tag);
    charger.status(connector, ConnectorState.CHARGING);
  }

  Outcome remoteStop(Xml request) {
    int transaction = request.number("transactionId", SimulatedCharger.NO_TRANSACTION);
    Optional<Integer> connector =
        station.with(all -> all.ofTransaction(transaction).map(Connector::number));
    Xml answer = answers.accepted("RemoteStopTransaction", connector.isPresent());
    return connector
        .map(number -> new Outcome(answer, () -> end(number, "Remote")))
        .orElse(Outcome.of(answer));
  }

  private void end(int connector, String reason) throws CallFailed {
    charger.stop(connector, reason, false);
    charger.status(connector, ConnectorState.FINISHING);
    charger.leave(connector);
  }

  Outcome unlock(Xml request) {
    int number = request.number("connectorId", 0);
    boolean known = station.connector(number).isPresent();
    boolean sixteen = charger.version() == SoapVersion.V16;
    String status =
        known ? sixteen ? "Unlocked" : "Accepted" : sixteen ? "NotSupported" : "Rejected";
    Xml answer = answers.status("UnlockConnector", status);
    boolean charging = station.with(all -> all.charging().contains(number));
    return charging ? new Outcome(answer, () -> end(number, "UnlockCommand")) : Outcome.of(answer);
  }

  Outcome reset(Xml request) {
    String reason = request.value("type") + "Reset";
    return new Outcome(
        answers.status("Reset", "Accepted"),
        () -> {
          for (int connector : station.with(Station::charging)) {
            end(connector, reason);
          }
          charger.boot();
          charger.statusOfAll();
        });
  }

  Outcome changeAvailability(Xml request) {
    int number = request.number("connectorId", -1);
    boolean operative = request.value("type").equals("Operative");
    List<Connector> meant =
        number == 0
            ? station.connectors
            : station.connector(number).map(List::of).orElse(List.of());
    if (meant.isEmpty()) {
      return Outcome.of(answers.status("ChangeAvailability", "Rejected"));
    }
    List<Integer> atOnce =
        station.with(
            all -> {
              meant.forEach(
                  connector -> connector.goesOutOfService(!operative && connector.busy()));
              return meant.stream()
                  .filter(connector -> !connector.busy())
                  .map(Connector::number)
                  .toList();
            });
    String status = operative || atOnce.size() == meant.size() ? "Accepted" : "Scheduled";
    ConnectorState next = operative ? ConnectorState.AVAILABLE : ConnectorState.UNAVAILABLE;
    return new Outcome(
        answers.status("ChangeAvailability", status),
        () -> {
          if (number == 0 && status.equals("Accepted")) {
            charger.status(0, next);
          }
          for (int connector : atOnce) {
            charger.status(connector, next);
          }
        });
  }
}
