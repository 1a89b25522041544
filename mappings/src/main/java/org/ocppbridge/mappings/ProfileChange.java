package org.ocppbridge.mappings;

/** Changes of the charging profiles a charger has. */
public sealed interface ProfileChange extends Change {

  /** The charger took a profile. */
  record Taken(int id, Profiles.Profile profile) implements ProfileChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().profiles().taken(id, profile)));
    }
  }

  /** A profile was cleared, replaced, or ended with its transaction. */
  record Over(int id) implements ProfileChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().profiles().over(id)));
    }
  }
}
