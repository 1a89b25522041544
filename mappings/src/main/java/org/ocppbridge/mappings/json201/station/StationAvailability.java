package org.ocppbridge.mappings.json201.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.json201.base.Events201;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * Status of the main controller, connector 0: 2.0.1 has no StatusNotification for the station, so
 * the change of its AvailabilityState is an event (MR A9).
 */
final class StationAvailability {

  private static final int STATION = 0;

  private StationAvailability() {}

  static News changed(
      StatusNotification.Request report, EventIds ids, ChargerView view, List<Loss> losses) {
    String word = ConnectorStatuses.word(report.status());
    boolean known = Optional.of(word).equals(view.state().station().places().told(STATION));
    if (known || !Events201.told(HardWired.STATION_AVAILABILITY.severity(), view)) {
      return News.NONE;
    }
    int id = ids.next();
    ObjectNode event =
        Events201.delta(
            id, HardWired.STATION_AVAILABILITY, STATION, word, report.timestamp(), view);
    return News.of(
        Events201.message(event, view, losses),
        new PlaceChange.EventIdUsed(id),
        new PlaceChange.StatusTold(STATION, word));
  }
}
