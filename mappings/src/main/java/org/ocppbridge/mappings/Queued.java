package org.ocppbridge.mappings;

import java.time.Instant;

/**
 * A message that is kept for the CSMS: in a charger's outbox if it belongs to a transaction, else
 * beside it.
 *
 * @param seq its place among the charger's kept messages, rising from 1
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
