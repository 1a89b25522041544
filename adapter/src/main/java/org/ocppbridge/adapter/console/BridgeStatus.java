package org.ocppbridge.adapter.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an operator wants to know of the bridge.
 *
 * @param links the connections to the CSMSs
 * @param chargers the chargers that are known
 * @param warnings what needs attention, in words
 */
public record BridgeStatus(LinkStatus links, List<ChargerStatus> chargers, List<String> warnings) {

  /** Messages that were given up and wait for a person to decide; more than 0 is an alarm. */
  @JsonProperty
  public long deadLetters() {
    return chargers.stream()
        .mapToLong(c -> c.deadLetters().size() + c.deadLettersForgotten())
        .sum();
  }
}
