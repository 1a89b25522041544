package org.ocppbridge.mappings;

import java.util.Map;
import java.util.Optional;

/**
 * What a 2.0.1 CSMS was told of the connectors of a charger.
 *
 * @param told the connectorStatus last sent, by SOAP connector
 * @param lastEventId the eventId last used in a NotifyEvent; never reused
 */
public record Places(Map<Integer, String> told, int lastEventId) {

  static final Places NONE = new Places(Map.of(), 0);

  /** The connectorStatus last sent for a SOAP connector. */
  public Optional<String> told(int connector) {
    return Optional.ofNullable(told.get(connector));
  }

  Places told(int connector, String status) {
    return new Places(Copies.with(told, connector, status, Connectors.MAX), lastEventId);
  }

  Places eventId(int id) {
    return new Places(told, Math.max(lastEventId, id));
  }
}
