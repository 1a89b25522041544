package org.ocppbridge.adapter.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the time of an exchange went, in microseconds. When each message went over the wire is with
 * the messages ({@link Wire#at}).
 *
 * @param total from its begin until the asker had its answer
 * @param csms how long answers of the CSMS were waited for meanwhile
 * @param charger how long answers of the charger were waited for meanwhile
 */
public record Timing(long total, long csms, long charger) {

  /** What is left: the bridge's own work, its store, and waiting for its turn. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public long bridge() {
    return Math.max(0, total - csms - charger);
  }
}
