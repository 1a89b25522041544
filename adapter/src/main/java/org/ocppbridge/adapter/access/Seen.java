package org.ocppbridge.adapter.access;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was seen of one charger since the start. Used under its own lock. */
final class Seen {

  /** Two addresses that take turns within this time are two senders. */
  static final Duration TURN = Duration.ofMinutes(10);

  private InetAddress last;
  private Instant lastAt = Instant.EPOCH;
  private InetAddress before;
  private Instant beforeAt = Instant.EPOCH;
  private boolean encrypted;
  private boolean proven;

  /** By kind, so that each is said once for what it is now. */
  private final Map<String, String> alarms = new TreeMap<>();

  /**
   * A request that was let in.
   *
   * @return in words, if another sender speaks as this charger at the same time: one that moves
   *     away does not come back at once
   */
  synchronized Optional<String> heard(InetAddress source, Instant now) {
    boolean takesTurns =
        last != null
            && !source.equals(last)
            && source.equals(before)
            && now.isBefore(beforeAt.plus(TURN));
    Optional<String> two =
        takesTurns
            ? Optional.of(
                "two senders at the same time: "
                    + source.getHostAddress()
                    + " and "
                    + last.getHostAddress())
            : Optional.empty();
    if (last != null && !source.equals(last)) {
      before = last;
      beforeAt = lastAt;
    }
    last = source;
    lastAt = now;
    return two;
  }

  synchronized void leg(boolean isEncrypted, boolean isProven) {
    encrypted = isEncrypted;
    proven = isProven;
  }

  /** What protects its own leg, in words; empty if it was never heard. */
  synchronized String leg() {
    if (last == null) {
      return "";
    }
    return (encrypted ? "encrypted" : "unencrypted")
        + ", "
        + (proven ? "authenticated" : "unauthenticated");
  }

  /** Raises an alarm; false if it is raised in these words already. */
  synchronized boolean raise(String kind, String words) {
    return !words.equals(alarms.put(kind, words));
  }

  synchronized Map<String, String> alarms() {
    return Map.copyOf(alarms);
  }

  synchronized void accept() {
    alarms.clear();
    before = null;
  }
}
