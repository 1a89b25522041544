package org.ocppbridge.mappings;

import java.time.Instant;

/**
 * A transaction message in a charger's outbox.
 *
 * @param seq its place in the charger's queue, rising from 1
 * @param message what to send; what can only be known later is filled in by {@link
 *     JsonDialect#atSending}
 * @param at when it was appended
 * @param attempts how often the CSMS refused it or left it without answer
 * @param notBefore earliest next attempt
 */
public record Queued(long seq, Message message, Instant at, int attempts, Instant notBefore) {

  public Queued refused(Instant next) {
    return new Queued(seq, message, at, attempts + 1, next);
  }
}
