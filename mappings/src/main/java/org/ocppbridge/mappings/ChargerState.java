package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;

/**
 * What is known of one charger, immutable. It changes by {@link #apply} alone, so every store comes
 * to the same state from the same changes.
 *
 * @param id the identity
 * @param version the SOAP version of its last request
 * @param boot the last BootNotification, if any
 * @param registration what the CSMS said to it
 * @param lastTransaction the highest transaction number issued so far; never reused
 * @param transactions open ones and, for a while, ended ones, by the charger's number
 * @param wakeUps when to call the mapping again, by reason
 */
public record ChargerState(
    ChargerId id,
    SoapVersion version,
    Optional<BootNotification.Request> boot,
    Registration registration,
    int lastTransaction,
    SortedMap<Integer, Transaction> transactions,
    Map<String, Instant> wakeUps) {

  /**
   * What the CSMS says of a charger.
   *
   * @param status empty before its first answer
   * @param intervalSeconds the CSMS's interval
   * @param at when it answered
   */
  public record Registration(Optional<RegistrationStatus> status, int intervalSeconds, Instant at) {
    static final Registration NONE = new Registration(Optional.empty(), 0, Instant.EPOCH);
  }

  /**
   * A charger that was never heard.
   *
   * @param firstTransaction number before the first one to issue
   */
  public static ChargerState fresh(ChargerId id, SoapVersion version, int firstTransaction) {
    return new ChargerState(
        id,
        version,
        Optional.empty(),
        Registration.NONE,
        firstTransaction,
        new TreeMap<>(),
        Map.of());
  }

  /** The state after these changes, in their order. */
  public ChargerState apply(List<Change> changes) {
    ChargerState state = this;
    for (Change change : changes) {
      state = change.applyTo(state);
    }
    return state;
  }
}
