package org.ocppbridge.mappings;

/**
 * All that can ever change in what is known of a charger. Data alone, so that a store can keep it.
 */
public sealed interface Change {

  /** The state after this change. */
  ChargerState applyTo(ChargerState state);

  /** A request came in this version. */
  record VersionSeen(SoapVersion version) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return new ChargerState(
          s.id(),
          version,
          s.boot(),
          s.registration(),
          s.lastTransaction(),
          s.transactions(),
          s.wakeUps());
    }
  }
}
