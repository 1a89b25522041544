package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.RegistrationStatus;

/**
 * How a charger stands with its CSMS.
 *
 * @param boot the last BootNotification of the charger
 * @param bootAt when it came
 * @param status what the CSMS said last; empty before its first answer
 * @param intervalSeconds the CSMS's interval, as it stood there
 * @param at when the CSMS said so
 * @param told what the charger was answered last
 * @param owed whether a BootNotification made while the CSMS was away still waits to be sent
 * @param heartbeatAt when a Heartbeat was last forwarded
 * @param csms which CSMS all this is about, in the bridge's words; empty: nobody said so yet
 */
public record Registration(
    Optional<BootNotification.Request> boot,
    Instant bootAt,
    Optional<RegistrationStatus> status,
    int intervalSeconds,
    Instant at,
    Optional<BootNotification.Answer> told,
    boolean owed,
    Instant heartbeatAt,
    Optional<String> csms) {

  static final Registration NONE =
      new Registration(
          Optional.empty(),
          Instant.EPOCH,
          Optional.empty(),
          0,
          Instant.EPOCH,
          Optional.empty(),
          false,
          Instant.EPOCH,
          Optional.empty());

  /** Whether the CSMS said this last. */
  public boolean is(RegistrationStatus wanted) {
    return status.filter(wanted::equals).isPresent();
  }

  /**
   * What is worth a write to a store: all but the time of the last Heartbeat, which would cost one
   * for each. Without it one Heartbeat too many is forwarded at most.
   */
  public Registration lasting() {
    return heartbeat(Instant.EPOCH);
  }

  Registration booted(BootNotification.Request request, Instant now) {
    return new Registration(
        Optional.of(request),
        now,
        status,
        intervalSeconds,
        at,
        Optional.empty(),
        owed,
        heartbeatAt,
        csms);
  }

  Registration answered(RegistrationStatus says, int interval, Instant now) {
    return new Registration(
        boot, bootAt, Optional.of(says), interval, now, told, false, heartbeatAt, csms);
  }

  Registration told(BootNotification.Answer answer) {
    return new Registration(
        boot, bootAt, status, intervalSeconds, at, Optional.of(answer), owed, heartbeatAt, csms);
  }

  Registration owing(boolean owes) {
    return new Registration(
        boot, bootAt, status, intervalSeconds, at, told, owes, heartbeatAt, csms);
  }

  Registration shifted(ClockStepped step) {
    return new Registration(
        boot,
        step.moved(bootAt),
        status,
        intervalSeconds,
        step.moved(at),
        told,
        owed,
        step.moved(heartbeatAt),
        csms);
  }

  Registration heartbeat(Instant now) {
    return new Registration(boot, bootAt, status, intervalSeconds, at, told, owed, now, csms);
  }

  /** Known at this CSMS. */
  Registration at(String itsCsms) {
    return new Registration(
        boot, bootAt, status, intervalSeconds, at, told, owed, heartbeatAt, Optional.of(itsCsms));
  }

  /** Still to be made known at this CSMS; what the charger said and was told stays. */
  Registration movedTo(String itsCsms) {
    return new Registration(
        boot,
        Instant.EPOCH,
        Optional.empty(),
        0,
        Instant.EPOCH,
        told,
        false,
        Instant.EPOCH,
        Optional.of(itsCsms));
  }

  /** Whether the charger booted, but before this CSMS was there for it. */
  public boolean moved() {
    return boot.isPresent() && bootAt.equals(Instant.EPOCH) && status.isEmpty() && !owed;
  }
}
