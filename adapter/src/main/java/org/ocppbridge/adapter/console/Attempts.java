package org.ocppbridge.adapter.console;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed sign-ins of each address, so that nobody can try many tokens. */
final class Attempts {

  /** Failures of one address within {@link #WINDOW}. */
  static final int MAX = 10;

  static final Duration WINDOW = Duration.ofMinutes(1);

  /** Addresses counted; the one that failed first goes. */
  private static final int SOURCES_MAX = 1_000;

  private final InstantSource clock;
  private final Map<InetAddress, Failed> failed = new LinkedHashMap<>();

  private record Failed(int count, Instant until) {}

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean mayTry(InetAddress source) {
    return current(source).count() < MAX;
  }

  synchronized void failed(InetAddress source) {
    Failed before = current(source);
    failed.put(source, new Failed(before.count() + 1, before.until()));
    if (failed.size() > SOURCES_MAX) {
      failed.remove(failed.keySet().iterator().next());
    }
  }

  private Failed current(InetAddress source) {
    Failed known = failed.get(source);
    Instant now = clock.instant();
    return known != null && now.isBefore(known.until()) ? known : new Failed(0, now.plus(WINDOW));
  }
}
