package org.ocppbridge.adapter.simulate;

import java.util.Optional;
import java.util.function.Predicate;
import org.ocppbridge.adapter.witness.Xml;

/** Smart charging (1.6). */
final class ProfileCommands {
  private final Station station;
  private final Answers answers;
  private final Pace pace;

  ProfileCommands(SimulatedCharger charger, Answers answers, Pace pace) {
    this.station = charger.station();
    this.answers = answers;
    this.pace = pace;
  }

  Outcome set(Xml request) {
    int number = request.number("connectorId", -1);
    Xml profile = request.child("csChargingProfiles").orElseThrow();
    boolean ofTransaction = profile.value("chargingProfilePurpose").equals("TxProfile");
    boolean accepted =
        station.with(
            all -> {
              boolean fits =
                  ofTransaction
                      ? belongsToTransaction(all, number, profile)
                      : number >= 0 && number <= all.connectors.size();
              if (fits) {
                all.profiles.removeIf(
                    known ->
                        known
                            .profile()
                            .value("chargingProfileId")
                            .equals(profile.value("chargingProfileId")));
                all.profiles.add(new Station.Profile(number, profile));
              }
              return fits;
            });
    return Outcome.of(answers.accepted("SetChargingProfile", accepted));
  }

  /** A TxProfile needs a running transaction, the one it names (OCPP 1.6 §5.16.2). */
  private static boolean belongsToTransaction(Station station, int number, Xml profile) {
    Optional<Connector> connector =
        station.connector(number).filter(each -> each.transaction().isPresent());
    if (profile.child("transactionId").isEmpty()) {
      return connector.isPresent();
    }
    int named = profile.number("transactionId", 0);
    return connector.isPresent() && connector.get().transaction().getAsInt() == named;
  }

  Outcome clear(Xml request) {
    Predicate<Station.Profile> meant =
        known ->
            same(request, "id", known.profile().value("chargingProfileId"))
                && same(request, "connectorId", Integer.toString(known.connector()))
                && same(
                    request,
                    "chargingProfilePurpose",
                    known.profile().value("chargingProfilePurpose"))
                && same(request, "stackLevel", known.profile().value("stackLevel"));
    boolean found = station.with(all -> all.profiles.removeIf(meant));
    return Outcome.of(answers.status("ClearChargingProfile", found ? "Accepted" : "Unknown"));
  }

  private static boolean same(Xml request, String field, String value) {
    return request.child(field).isEmpty() || request.value(field).equals(value);
  }

  Outcome composite(Xml request) {
    int number = request.number("connectorId", 0);
    Optional<Xml> schedule =
        station.with(
            all ->
                all.profiles.stream()
                    .filter(known -> known.connector() == number || known.connector() == 0)
                    .findFirst()
                    .flatMap(known -> known.profile().child("chargingSchedule")));
    Payload answer =
        answers
            .to("GetCompositeSchedule")
            .with("status", schedule.isPresent() ? "Accepted" : "Rejected");
    schedule.ifPresent(
        found -> answer.with("connectorId", number).with("scheduleStart", pace.now()).add(found));
    return Outcome.of(answer.build());
  }
}
