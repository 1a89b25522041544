package org.ocppbridge.adapter.config;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What can be said of a charger alone, of all chargers matching a pattern, and of all chargers of a
 * target; the narrower level wins, key by key.
 *
 * @param timezone zone of times that a charger writes without one; UTC if nobody says
 * @param soapAction whether commands carry an HTTP SOAPAction header, which SOAP 1.2 has no use for
 *     but some chargers want; no if nobody says
 * @param closeConnection whether commands carry {@code Connection: close}; no if nobody says
 * @param waits how long to wait
 * @param ocpp201 what only matters towards 2.0.1
 */
public record Traits(
    Optional<ZoneId> timezone,
    Optional<Boolean> soapAction,
    Optional<Boolean> closeConnection,
    Waits waits,
    Traits201 ocpp201) {

  /** Nothing said. */
  public static final Traits NONE =
      new Traits(Optional.empty(), Optional.empty(), Optional.empty(), Waits.NONE, Traits201.NONE);

  /** These traits, and where they say nothing those of a wider level. */
  public Traits orElse(Traits wider) {
    return new Traits(
        timezone.or(wider::timezone),
        soapAction.or(wider::soapAction),
        closeConnection.or(wider::closeConnection),
        waits.orElse(wider.waits),
        ocpp201.orElse(wider.ocpp201));
  }
}
