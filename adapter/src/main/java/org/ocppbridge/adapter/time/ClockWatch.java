package org.ocppbridge.adapter.time;

import java.time.Duration;
import java.util.Optional;

/** Finds out that somebody set the clock: it went on faster or slower than time passes. */
final class ClockWatch {
  private final Duration step;
  private final Time time;
  private Duration ahead;

  /**
   * @param step a smaller difference between two looks is no step
   */
  ClockWatch(Duration step, Time time) {
    this.step = step;
    this.time = time;
    this.ahead = ahead();
  }

  /** How far the clock was set since the look before, forward or back; empty if it was not. */
  Optional<Duration> look() {
    Duration before = ahead;
    ahead = ahead();
    return Optional.of(ahead.minus(before)).filter(by -> by.abs().compareTo(step) > 0);
  }

  private Duration ahead() {
    return Duration.between(time.steady(), time.now());
  }
}
