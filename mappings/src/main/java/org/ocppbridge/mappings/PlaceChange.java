package org.ocppbridge.mappings;

/** Changes of what a 2.0.1 CSMS was told of a charger's connectors. */
public sealed interface PlaceChange extends Change {

  /** The places after the change. */
  Places changed(Places places);

  @Override
  default ChargerState applyTo(ChargerState s) {
    return s.with(s.station().with(changed(s.station().places())));
  }

  /** A StatusNotification was planned; for connector 0 an event of the station's availability. */
  record StatusTold(int connector, String connectorStatus) implements PlaceChange {
    @Override
    public Places changed(Places places) {
      return places.told(connector, connectorStatus);
    }
  }

  /** The CSMS has to be told each status anew. */
  record NothingTold() implements PlaceChange {
    @Override
    public Places changed(Places places) {
      return places.nothingTold();
    }
  }

  /** An eventId was used. */
  record EventIdUsed(int id) implements PlaceChange {
    @Override
    public Places changed(Places places) {
      return places.eventId(id);
    }
  }

  /** A problem was told, or other connectors report it. */
  record ProblemOpen(int monitor, Places.Problem problem) implements PlaceChange {
    @Override
    public Places changed(Places places) {
      return places.open(monitor, problem).eventId(problem.eventId());
    }
  }

  /** The end of a problem was told. */
  record ProblemCleared(int monitor) implements PlaceChange {
    @Override
    public Places changed(Places places) {
      return places.cleared(monitor);
    }
  }
}
