package org.ocppbridge.mappings.json201.charging;

import java.util.Optional;
import java.util.stream.Stream;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json201.base.Evse;

/**
 * A charging profile on its way to a charger.
 *
 * @param profile as the CSMS gave it
 * @param evseId where it shall hold; 0: the whole station
 * @param view the charger
 */
record Candidate(Profile201 profile, int evseId, ChargerView view) {

  boolean is(Purpose purpose) {
    return profile.chargingProfilePurpose() == purpose;
  }

  /** The transaction it is for: the one it names, else the one that runs on its EVSE. */
  Optional<Transaction> transaction() {
    return open()
        .filter(
            t ->
                profile.transactionId() == null
                    || t.csmsId().filter(profile.transactionId()::equals).isPresent())
        .reduce((older, younger) -> younger);
  }

  private Stream<Transaction> open() {
    return view.state()
        .transactions()
        .open()
        .filter(t -> Evse.of(t.start().connectorId(), view).id() == evseId);
  }

  /** The SOAP connector: that of its transaction, else the first one of its EVSE. */
  int connector() {
    Optional<Integer> ofTransaction =
        is(Purpose.TX) ? transaction().map(t -> t.start().connectorId()) : Optional.empty();
    return ofTransaction
        .or(() -> Evse.connectors(evseId, view).stream().findFirst())
        .orElse(0);
  }
}
