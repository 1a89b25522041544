package org.ocppbridge.adapter.console;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Slows down those who try tokens: {@link #MAX} at once from an address, then one in each {@link
 * #PAUSE}, and never more than {@link #AT_ONCE} under way from all, since each takes a tenth of a
 * second and 19 MB. A network of IPv6 addresses (/64) is one address here: whoever has one has them
 * all.
 */
final class Attempts {

  /** Tries that an address has before it is slowed down. */
  static final int MAX = 10;

  /** Time after which it has one more. */
  static final Duration PAUSE = Duration.ofSeconds(6);

  /** Half of the threads of the admin port: the others serve those who are signed in. */
  static final int AT_ONCE = 2;

  /** Addresses counted; the one that tried first goes. */
  private static final int SOURCES_MAX = 1_000;

  private static final int NETWORK_BYTES = 8;

  private final InstantSource clock;
  private final Map<InetAddress, Instant> paidUntil = new LinkedHashMap<>();
  private final Semaphore underWay = new Semaphore(AT_ONCE);

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether one more may be tried now; then {@link #end} has to follow. */
  boolean begin(InetAddress source) {
    if (!underWay.tryAcquire()) {
      return false;
    }
    if (pays(network(source))) {
      return true;
    }
    underWay.release();
    return false;
  }

  /** It was tried. */
  void end() {
    underWay.release();
  }

  /** Each try costs a pause, and nobody may owe more than {@link #MAX} of them. */
  private synchronized boolean pays(InetAddress source) {
    Instant now = clock.instant();
    Instant before = paidUntil.getOrDefault(source, now);
    Instant after = (before.isBefore(now) ? now : before).plus(PAUSE);
    if (after.isAfter(now.plus(PAUSE.multipliedBy(MAX)))) {
      return false;
    }
    paidUntil.put(source, after);
    if (paidUntil.size() > SOURCES_MAX) {
      paidUntil.remove(paidUntil.keySet().iterator().next());
    }
    return true;
  }

  private static InetAddress network(InetAddress source) {
    if (!(source instanceof Inet6Address)) {
      return source;
    }
    byte[] address = source.getAddress();
    Arrays.fill(address, NETWORK_BYTES, address.length, (byte) 0);
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException impossible) {
      return source;
    }
  }
}
