package org.ocppbridge.mappings.json201.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What one TransactionEvent tells. {@link TransactionEvents} adds what all have in common: whose it
 * is, its number, the offline mark.
 *
 * @param at when it happened, by the charger's clock if that can be true
 * @param state the charging state; sent if it changed, and always with the end
 * @param evse sent with the start (E01.FR.16), and with what the CSMS triggered
 * @param idToken sent once for each authorisation (E03.FR.01)
 * @param meterValue readings; empty: none
 */
record Event(
    Type type,
    Instant at,
    TriggerReason trigger,
    Optional<ChargingState> state,
    Optional<StoppedReason> stopped,
    Optional<ObjectNode> evse,
    Optional<ObjectNode> idToken,
    Optional<Integer> reservation,
    Optional<ArrayNode> meterValue) {

  /** Place of an event in its transaction. */
  enum Type {
    STARTED("Started"),
    UPDATED("Updated"),
    ENDED("Ended");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  private static Event of(
      Type type,
      Instant at,
      TriggerReason trigger,
      Optional<ChargingState> state,
      Optional<StoppedReason> stopped) {
    Optional<ObjectNode> none = Optional.empty();
    return new Event(
        type, at, trigger, state, stopped, none, none, Optional.empty(), Optional.empty());
  }

  /** The first event. */
  static Event started(Instant at, TriggerReason trigger, ChargingState state) {
    return of(Type.STARTED, at, trigger, Optional.of(state), Optional.empty());
  }

  /** An event on the way. */
  static Event updated(Instant at, TriggerReason trigger) {
    return of(Type.UPDATED, at, trigger, Optional.empty(), Optional.empty());
  }

  /** An event on the way that tells a charging state. */
  static Event updated(Instant at, TriggerReason trigger, ChargingState state) {
    return of(Type.UPDATED, at, trigger, Optional.of(state), Optional.empty());
  }

  /** The last event. */
  static Event ended(
      Instant at, TriggerReason trigger, StoppedReason stopped, ChargingState state) {
    return of(Type.ENDED, at, trigger, Optional.of(state), Optional.of(stopped));
  }

  Event on(ObjectNode place) {
    return new Event(
        type, at, trigger, state, stopped, Optional.of(place), idToken, reservation, meterValue);
  }

  Event by(Optional<ObjectNode> token) {
    return new Event(type, at, trigger, state, stopped, evse, token, reservation, meterValue);
  }

  Event using(Optional<Integer> reservationId) {
    return new Event(type, at, trigger, state, stopped, evse, idToken, reservationId, meterValue);
  }

  Event reading(ArrayNode values) {
    Optional<ArrayNode> some = Optional.of(values).filter(v -> !v.isEmpty());
    return new Event(type, at, trigger, state, stopped, evse, idToken, reservation, some);
  }
}
