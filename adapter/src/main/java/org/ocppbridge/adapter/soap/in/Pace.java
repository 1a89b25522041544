package org.ocppbridge.adapter.soap.in;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts events of each key in each second, and says when there are too many. Keys beyond {@link
 * #KEYS_MAX} in one second share a count.
 *
 * @param <K> what is counted
 */
final class Pace<K> {

  /** Keys counted one by one. */
  static final int KEYS_MAX = 10_000;

  private final int perSecond;
  private final InstantSource clock;
  private final Map<K, Integer> counts = new LinkedHashMap<>();
  private long second = Long.MIN_VALUE;
  private int others;

  /**
   * @param perSecond events of one key; 0: no limit
   */
  Pace(int perSecond, InstantSource clock) {
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Counts one; false if it is one too many. */
  boolean take(K key) {
    return perSecond == 0 || count(key, 1) <= perSecond;
  }

  /** Whether one more would be too many; counts nothing. */
  boolean isUp(K key) {
    return perSecond != 0 && count(key, 0) >= perSecond;
  }

  private synchronized int count(K key, int more) {
    Instant now = clock.instant();
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      counts.clear();
      others = 0;
    }
    Integer known = counts.get(key);
    if (known == null && counts.size() >= KEYS_MAX) {
      others += more;
      return others;
    }
    int count = (known == null ? 0 : known) + more;
    if (more > 0) {
      counts.put(key, count);
    }
    return count;
  }

  /**
   * The paces of the SOAP edge.
   *
   * @param requests of one source
   * @param refused of one source
   * @param chargers requests of one charger that was let in
   */
  record Of(Pace<InetAddress> requests, Pace<InetAddress> refused, Pace<String> chargers) {

    static Of settings(SoapSettings.Rates rates, InstantSource clock) {
      return new Of(
          new Pace<>(rates.perSource(), clock),
          new Pace<>(rates.refusedPerSource(), clock),
          new Pace<>(rates.perCharger(), clock));
    }
  }
}
