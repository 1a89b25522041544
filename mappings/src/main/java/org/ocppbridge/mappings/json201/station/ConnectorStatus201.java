package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.json.Times;
import org.ocppbridge.mappings.json201.base.Evse;

/**
 * A connectorStatus that the bridge knows without the charger having said it.
 *
 * @param connector SOAP connector, from 1
 * @param status the word of 2.0.1
 */
record ConnectorStatus201(int connector, String status) {

  /** The StatusNotification; the time is that of this step. */
  Message message(ChargerView view) {
    Evse evse = Evse.of(connector, view);
    return Message.latest(
        "StatusNotification",
        Json.object()
            .put("timestamp", Times.write(view.now()))
            .put("connectorStatus", status)
            .put("evseId", evse.id())
            .put("connectorId", evse.connectorId()),
        "status/" + connector);
  }

  /** Notes that the CSMS is told. */
  Change told() {
    return new PlaceChange.StatusTold(connector, status);
  }
}
