package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.ResetType;

/**
 * What was asked of a charger and may still have effects.
 *
 * @param remoteStarts remote starts whose transaction has not begun, by idTag in lower case
 * @param reservations reservations in force, by their id
 * @param reset the last reset that was not refused
 * @param triggered messages the charger was asked for, with the time until which they are expected
 * @param unsupported operations the charger said it does not support, until it boots again
 */
public record Commands(
    Map<String, RemoteStart> remoteStarts,
    Map<Integer, ReserveNow.Request> reservations,
    Optional<PendingReset> reset,
    Map<String, Instant> triggered,
    Set<String> unsupported) {

  /** Most remote starts, and most reservations, remembered of one charger. */
  public static final int MAX = 100;

  static final Commands NONE =
      new Commands(Map.of(), Map.of(), Optional.empty(), Map.of(), Set.of());

  /**
   * A remote start.
   *
   * @param connector empty for any
   * @param until after this time a transaction is no longer taken for its effect
   * @param remoteStartId the number a 2.0.1 CSMS gave it
   */
  public record RemoteStart(
      String idTag, Optional<Integer> connector, Instant until, Optional<Integer> remoteStartId) {

    /** A remote start of a 1.6J CSMS. */
    public RemoteStart(String idTag, Optional<Integer> connector, Instant until) {
      this(idTag, connector, until, Optional.empty());
    }
  }

  /**
   * A reset that was asked for.
   *
   * @param onIdle whether the CSMS asked for it to wait until the charger is idle, as 2.0.1 can
   */
  public record PendingReset(ResetType type, Instant at, boolean onIdle) {

    /** A reset at once. */
    public PendingReset(ResetType type, Instant at) {
      this(type, at, false);
    }
  }

  /** Whether the charger was asked for this message and may still be about to send it. */
  public boolean expects(String action, Instant now) {
    return triggered.containsKey(action) && now.isBefore(triggered.get(action));
  }

  Commands remoteStart(String idTag, RemoteStart start) {
    return new Commands(
        Copies.with(remoteStarts, idTag, start, MAX), reservations, reset, triggered, unsupported);
  }

  Commands remoteStartOver(String idTag) {
    return new Commands(
        Copies.without(remoteStarts, idTag), reservations, reset, triggered, unsupported);
  }

  Commands reserved(ReserveNow.Request reservation) {
    return new Commands(
        remoteStarts,
        Copies.with(reservations, reservation.reservationId(), reservation, MAX),
        reset,
        triggered,
        unsupported);
  }

  Commands reservationOver(int id) {
    return new Commands(
        remoteStarts, Copies.without(reservations, id), reset, triggered, unsupported);
  }

  Commands reset(Optional<PendingReset> pending) {
    return new Commands(remoteStarts, reservations, pending, triggered, unsupported);
  }

  Commands triggered(String action, Optional<Instant> until) {
    Map<String, Instant> next =
        until
            .map(time -> Copies.with(triggered, action, time, MAX))
            .orElseGet(() -> Copies.without(triggered, action));
    return new Commands(remoteStarts, reservations, reset, next, unsupported);
  }

  Commands shifted(ClockStepped step) {
    return new Commands(
        Copies.mapped(
            remoteStarts,
            start ->
                new RemoteStart(
                    start.idTag(),
                    start.connector(),
                    step.moved(start.until()),
                    start.remoteStartId())),
        reservations,
        reset.map(r -> new PendingReset(r.type(), step.moved(r.at()), r.onIdle())),
        Copies.mapped(triggered, step::moved),
        unsupported);
  }

  Commands unsupported(String operation) {
    Set<String> more =
        Stream.concat(unsupported.stream(), Stream.of(operation))
            .collect(Collectors.toUnmodifiableSet());
    return new Commands(remoteStarts, reservations, reset, triggered, more);
  }

  Commands capableAgain() {
    return new Commands(remoteStarts, reservations, reset, triggered, Set.of());
  }
}
