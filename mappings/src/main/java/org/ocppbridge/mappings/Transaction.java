package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopReason;

/**
 * A transaction of a charger.
 *
 * @param id the number the bridge gave to the charger: positive, per charger, never reused
 * @param start what the charger said at its start
 * @param startedAt when it said so
 * @param phase whether it still runs
 * @param endedAt when it left {@link Phase#OPEN}
 * @param verdict what the CSMS said of the start's idTag, once it did
 * @param told what the charger was answered to its start; empty while the answer is out
 * @param stopTold what it was answered to its stop
 * @param csmsId the CSMS's id, once known: the number of a 1.6J CSMS in decimal, the UUID of 2.0.1
 * @param startParked whether the CSMS refused its start for good, or took it without giving an id
 * @param numberUsed whether the charger has used {@code id} in a message since
 * @param cause why it will stop, if the CSMS or the bridge asked for that
 */
public record Transaction(
    int id,
    StartTransaction.Request start,
    Instant startedAt,
    Phase phase,
    Instant endedAt,
    Optional<IdTagInfo> verdict,
    Optional<IdTagInfo> told,
    Optional<IdTagInfo> stopTold,
    Optional<String> csmsId,
    boolean startParked,
    boolean numberUsed,
    Optional<Cause> cause) {

  /** Where a transaction stands. */
  public enum Phase {
    OPEN,
    /** It must have ended, but its StopTransaction has not come. */
    ORPHANED,
    /** Its StopTransaction came. */
    ENDED
  }

  /** A reason to stop that somebody gave, and when. */
  public record Cause(StopReason reason, Instant at) {}

  static Transaction started(int id, StartTransaction.Request start, Instant now) {
    return new Transaction(
        id,
        start,
        now,
        Phase.OPEN,
        Instant.MAX,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  public boolean open() {
    return phase == Phase.OPEN;
  }

  /** Whether it runs on this connector. */
  public boolean openOn(int connector) {
    return open() && start.connectorId() == connector;
  }

  Transaction in(Phase next, Instant now) {
    Instant left = phase == Phase.OPEN ? now : endedAt;
    return new Transaction(
        id,
        start,
        startedAt,
        next,
        left,
        verdict,
        told,
        stopTold,
        csmsId,
        startParked,
        numberUsed,
        cause);
  }

  Transaction judged(IdTagInfo info) {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        Optional.of(info),
        told,
        stopTold,
        csmsId,
        startParked,
        numberUsed,
        cause);
  }

  Transaction told(IdTagInfo info) {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        Optional.of(info),
        stopTold,
        csmsId,
        startParked,
        numberUsed,
        cause);
  }

  Transaction stopTold(IdTagInfo info) {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        told,
        Optional.of(info),
        csmsId,
        startParked,
        numberUsed,
        cause);
  }

  Transaction known(String csms) {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        told,
        stopTold,
        Optional.of(csms),
        startParked,
        numberUsed,
        cause);
  }

  Transaction parked() {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        told,
        stopTold,
        csmsId,
        true,
        numberUsed,
        cause);
  }

  Transaction used() {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        told,
        stopTold,
        csmsId,
        startParked,
        true,
        cause);
  }

  Transaction because(Optional<Cause> given) {
    return new Transaction(
        id,
        start,
        startedAt,
        phase,
        endedAt,
        verdict,
        told,
        stopTold,
        csmsId,
        startParked,
        numberUsed,
        given);
  }
}
