package org.ocppbridge.adapter.simulate;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A connector of a simulated charger. Guarded by its charger's {@link Station}. */
final class Connector {
  private static final int ENERGY_STEP_MAX = 2_000;

  private final int number;
  private final RandomGenerator random;
  private ConnectorState state = ConnectorState.AVAILABLE;
  private int meter;
  private boolean busy;
  private OptionalInt transaction = OptionalInt.empty();
  private Optional<String> tag = Optional.empty();
  private Optional<Reservation> reservation = Optional.empty();
  private boolean goesOutOfService;

  /** A reservation of this connector. */
  record Reservation(int id, String tag) {}

  Connector(int number, RandomGenerator random) {
    this.number = number;
    this.random = random;
    this.meter = random.nextInt(10_000, 1_000_000);
  }

  int number() {
    return number;
  }

  ConnectorState state() {
    return state;
  }

  void state(ConnectorState next) {
    state = next;
  }

  /** The energy register, in Wh. */
  int meter() {
    return meter;
  }

  /** Delivers some energy. */
  int advanceMeter() {
    meter += random.nextInt(1, ENERGY_STEP_MAX);
    return meter;
  }

  /** Whether a transaction is on, or about to begin. */
  boolean busy() {
    return busy;
  }

  void occupy(String idTag) {
    busy = true;
    tag = Optional.of(idTag);
  }

  void started(int id) {
    transaction = OptionalInt.of(id);
    reservation = Optional.empty();
  }

  /** Ends whatever is on. */
  void free() {
    busy = false;
    transaction = OptionalInt.empty();
    tag = Optional.empty();
  }

  OptionalInt transaction() {
    return transaction;
  }

  Optional<String> tag() {
    return tag;
  }

  Optional<Reservation> reservation() {
    return reservation;
  }

  void reserve(Optional<Reservation> next) {
    reservation = next;
  }

  /** Whether it goes out of service as soon as its transaction ends. */
  boolean goesOutOfService() {
    return goesOutOfService;
  }

  void goesOutOfService(boolean next) {
    goesOutOfService = next;
  }
}
