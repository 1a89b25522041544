package org.ocppbridge.mappings;

import java.time.Instant;
import java.util.Optional;

/** How it stands between the bridge and the CSMS of one charger at the time of a step. */
public interface Uplink {

  /** Connected since ever, and nothing waits. */
  Uplink IDLE =
      new Uplink() {
        @Override
        public Optional<Instant> since() {
          return Optional.of(Instant.EPOCH);
        }

        @Override
        public boolean waits() {
          return false;
        }

        @Override
        public boolean waits(int transaction) {
          return false;
        }
      };

  /** Since when the WebSocket is open without a break; empty while it is not. */
  Optional<Instant> since();

  /** When the connection before this one was lost; empty if none is known. */
  default Optional<Instant> lostAt() {
    return Optional.empty();
  }

  /** Whether the connection was there when a message arose, and ever since. */
  default boolean unbrokenSince(Queued message) {
    return since().filter(time -> !time.isAfter(message.at())).isPresent();
  }

  /** Whether transaction messages wait for the CSMS. */
  boolean waits();

  /** Whether messages of this transaction, by the charger's number, wait for the CSMS. */
  boolean waits(int transaction);

  /** Whether a message outside transactions of this key waits for the CSMS, or is under way. */
  default boolean waits(String key) {
    return false;
  }

  /** The security of the connection. */
  default LinkSecurity security() {
    return LinkSecurity.NONE;
  }
}
