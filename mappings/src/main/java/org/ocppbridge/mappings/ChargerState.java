package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ocppbridge.mappings.model.BootNotification;

/**
 * What is known of one charger, immutable. It changes by {@link #apply} alone, so every store comes
 * to the same state from the same changes.
 *
 * @param id the identity
 * @param version the SOAP version of its last request
 * @param contact where it said last that it can be called, if that could be used
 * @param registration its last BootNotification, and what the CSMS said to it
 * @param connectors what each connector reported last; 0 is the main controller
 * @param transactions its transactions, and the numbers that keep them apart
 * @param tokens what the CSMS said of idTags
 * @param commands what was asked of it and may still have effects
 * @param jobs uploads and firmware updates under way
 * @param settings configuration that the CSMS set and the bridge keeps
 * @param station what is known of it as a 2.0.1 charging station
 * @param access how it gets to its CSMS
 * @param securityLog its security events
 * @param wakeUps when to call the mapping again, by reason
 */
public record ChargerState(
    ChargerId id,
    SoapVersion version,
    Optional<Contact> contact,
    Registration registration,
    Connectors connectors,
    Transactions transactions,
    Tokens tokens,
    Commands commands,
    Jobs jobs,
    Settings settings,
    Station station,
    Access access,
    SecurityLog securityLog,
    Map<String, Instant> wakeUps) {

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
        Connectors.NONE,
        Transactions.from(firstTransaction),
        Tokens.NONE,
        Commands.NONE,
        Jobs.NONE,
        Settings.NONE,
        Station.NONE,
        Access.NONE,
        SecurityLog.NONE,
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

  /** The last BootNotification of the charger, if it ever made one. */
  public Optional<BootNotification.Request> boot() {
    return registration.boot();
  }

  ChargerState with(SoapVersion next) {
    return new ChargerState(
        id,
        next,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Contact next) {
    return new ChargerState(
        id,
        version,
        Optional.of(next),
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Registration next) {
    return new ChargerState(
        id,
        version,
        contact,
        next,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Connectors next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        next,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Transactions next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        next,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Tokens next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        next,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Commands next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        next,
        jobs,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Jobs next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        next,
        settings,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Settings next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        next,
        station,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Station next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        next,
        access,
        securityLog,
        wakeUps);
  }

  ChargerState with(Access next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        next,
        securityLog,
        wakeUps);
  }

  ChargerState with(SecurityLog next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        next,
        wakeUps);
  }

  ChargerState with(Map<String, Instant> next) {
    return new ChargerState(
        id,
        version,
        contact,
        registration,
        connectors,
        transactions,
        tokens,
        commands,
        jobs,
        settings,
        station,
        access,
        securityLog,
        next);
  }
}
