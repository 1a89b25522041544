package org.ocppbridge.mappings;

/** Changes of where the events of transactions stand. */
public sealed interface EventChange extends Change {

  /** Events were planned, in the same write. */
  record Planned(int transaction, Events.Progress progress) implements EventChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().events().with(transaction, progress)));
    }
  }
}
