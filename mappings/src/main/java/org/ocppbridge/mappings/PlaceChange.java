package org.ocppbridge.mappings;

/** Changes of what a 2.0.1 CSMS was told of a charger's connectors. */
public sealed interface PlaceChange extends Change {

  /** A StatusNotification was planned. */
  record StatusTold(int connector, String connectorStatus) implements PlaceChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().places().told(connector, connectorStatus)));
    }
  }

  /** An eventId was used. */
  record EventIdUsed(int id) implements PlaceChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(s.station().places().eventId(id)));
    }
  }
}
