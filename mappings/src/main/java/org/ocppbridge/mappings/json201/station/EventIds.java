package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.ChargerView;

/** Hands out the eventIds of one step: unique for the charger. Used up within one function. */
final class EventIds {

  private int last;

  EventIds(ChargerView view) {
    last = view.state().station().places().lastEventId();
  }

  int next() {
    last++;
    return last;
  }
}
