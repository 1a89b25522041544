package org.ocppbridge.adapter.console.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What a connector reported last.
 *
 * @param number 0 is the main controller
 * @param status in the charger's words, as 1.6 spells them; {@code Unknown} before its first report
 * @param error the error code; empty if it reports none
 * @param info what it says of it; may be empty
 * @param at when it came
 */
public record ConnectorView(int number, String status, String error, String info, Instant at) {

  /** Whether it reports a fault. */
  @JsonIgnore
  public boolean faulted() {
    return status.equals("Faulted");
  }
}
