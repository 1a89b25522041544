package org.ocppbridge.adapter.csms;

import java.time.Duration;
import java.util.Optional;

/**
 * How long one link waits before it dials again: by the rules, the longer the more often it failed,
 * and not less than the CSMS asked for. Lives on the link's lane.
 */
final class BackOff {
  private final Surroundings around;
  private Reconnect rules;
  private int redials;
  private Optional<Long> notBefore = Optional.empty();

  BackOff(Reconnect rules, Surroundings around) {
    this.rules = rules;
    this.around = around;
  }

  /** Waits by other rules from now on. */
  void by(Reconnect other) {
    rules = other;
  }

  /** The waits start again at the shortest. */
  void startAgain() {
    redials = 0;
  }

  /** The same, and what a CSMS asked for no longer counts: the next one may be another. */
  void forget() {
    redials = 0;
    notBefore = Optional.empty();
  }

  /**
   * A connection was lost: the waits start again if it had lasted, so that a CSMS which accepts and
   * closes at once is not hammered.
   *
   * @param since when it came about, by the clock of the timers
   */
  void lost(long since) {
    if (around.timers().nanos() - since >= rules.waitMinimum().toNanos()) {
      startAgain();
    }
  }

  /** What is left of the wait that the CSMS asked for; zero or less: it may be dialled. */
  Duration left() {
    Duration left = Duration.ofNanos(notBefore.map(t -> t - around.timers().nanos()).orElse(0L));
    if (!left.isPositive()) {
      notBefore = Optional.empty();
    }
    return left;
  }

  /**
   * The next wait. Jitter comes on top of either part.
   *
   * @param atLeast what the CSMS asked for; zero: nothing
   */
  Duration next(Duration atLeast) {
    Duration wait = rules.waitAfter(redials, around.random());
    redials++;
    if (!atLeast.isPositive()) {
      return wait;
    }
    Duration asked =
        atLeast.plus(
            new Reconnect(Duration.ZERO, rules.randomRange(), 0).waitAfter(0, around.random()));
    notBefore = Optional.of(around.timers().nanos() + asked.toNanos());
    return wait.compareTo(asked) >= 0 ? wait : asked;
  }
}
