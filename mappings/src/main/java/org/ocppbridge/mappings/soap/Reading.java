package org.ocppbridge.mappings.soap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.ocppbridge.mappings.Policy;

/**
 * What has to be known to read one message of a charger.
 *
 * @param zone zone of times that are written without one: the charger's setting {@code timezone}
 * @param received when the message came in; stands in for times that are missing or cannot be read
 * @param losses where to note what could not be read
 */
public record Reading(ZoneId zone, Instant received, Losses losses) {

  /** Reads as the charger's settings say and collects losses anew. */
  public static Reading of(Policy policy, Instant received) {
    return new Reading(policy.timezone(), received, new Losses());
  }

  /** Reads zone-less times as UTC and collects losses anew. */
  public static Reading utc(Instant received) {
    return new Reading(ZoneOffset.UTC, received, new Losses());
  }
}
