package org.ocppbridge.adapter.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ocppbridge.mappings.ChargerId;

/**
 * One SOAP request and its answer, as they were on the wire.
 *
 * @param charger the charger that took part
 * @param direction who asked
 * @param operation for example {@code StartTransaction}
 * @param request the envelope sent by whoever asked
 * @param response the envelope of the answer; empty text if none came
 * @param at when it began
 * @param took how long the answer took
 * @param problem what was wrong with it; empty if nothing
 */
public record Exchange(
    ChargerId charger,
    Direction direction,
    String operation,
    String request,
    String response,
    Instant at,
    Duration took,
    Optional<String> problem) {

  /** Who asked. */
  public enum Direction {
    /** The charger asked its central system. */
    FROM_CHARGER,
    /** The charger was asked. */
    TO_CHARGER
  }
}
