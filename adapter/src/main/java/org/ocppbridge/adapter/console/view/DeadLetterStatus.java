package org.ocppbridge.adapter.console.view;

import java.time.Instant;

/**
 * A message of a charger that was given up, for a person to decide.
 *
 * @param number tells it from the charger's others
 * @param seq the number under which it waited for the CSMS; 0: it never did
 * @param at when it was given up
 * @param action what it is, in the CSMS's words
 * @param reason why, in words
 * @param payload its content as JSON text, cut to {@value #PAYLOAD_MAX} characters
 */
public record DeadLetterStatus(
    long number, long seq, Instant at, String action, String reason, String payload) {

  /** Most characters of a payload. */
  public static final int PAYLOAD_MAX = 4000;

  public DeadLetterStatus {
    payload = payload.length() > PAYLOAD_MAX ? payload.substring(0, PAYLOAD_MAX) + "…" : payload;
  }
}
