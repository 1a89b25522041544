package org.ocppbridge.adapter.operator;

import java.util.Set;
import org.ocppbridge.adapter.watch.Watch;
import org.ocppbridge.adapter.watch.WatchedExchange;
import org.ocppbridge.adapter.watch.WatchedExchange.Direction;

/** Counts exchanges until asked, for the charts. */
final class Traffic implements Watch {

  private static final double NANOS = 1e6;

  private static final Set<String> WELL = Set.of("answered", "accepted", "done");

  private long requests;
  private long commands;
  private long errors;
  private long nanos;
  private long nanosMax;

  /**
   * Exchanges that ended.
   *
   * @param requests of chargers
   * @param commands to chargers
   * @param errors among both
   * @param latencyMillis how long chargers waited for answers, mean; null: there were none
   * @param latencyMaxMillis the same, longest
   */
  record Counted(
      long requests, long commands, long errors, Double latencyMillis, Double latencyMaxMillis) {}

  @Override
  public Timing exchange(WatchedExchange exchange) {
    return outcome -> ended(exchange, outcome);
  }

  private synchronized void ended(WatchedExchange exchange, String outcome) {
    errors += WELL.contains(outcome) ? 0 : 1;
    if (exchange.direction() == Direction.FROM_CHARGER) {
      requests++;
      nanos += exchange.nanos();
      nanosMax = Math.max(nanosMax, exchange.nanos());
    } else {
      commands++;
    }
  }

  /** What ended since this was asked last. */
  synchronized Counted take() {
    Counted counted =
        new Counted(
            requests,
            commands,
            errors,
            requests == 0 ? null : nanos / NANOS / requests,
            requests == 0 ? null : nanosMax / NANOS);
    requests = 0;
    commands = 0;
    errors = 0;
    nanos = 0;
    nanosMax = 0;
    return counted;
  }
}
