package org.ocppbridge.mappings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody set the bridge's clock. What is to happen some time after something else keeps its
 * distance from now: times that the bridge noted itself, and what it wants to be woken for, move
 * along. Times that others named, such as the end of a reservation, stay what they are.
 *
 * @param by how far the clock went forward; negative: back
 */
public record ClockStepped(Duration by) implements Change {

  @Override
  public ChargerState applyTo(ChargerState s) {
    return s.with(s.registration().shifted(this))
        .with(s.commands().shifted(this))
        .with(s.jobs().shifted(this))
        .with(wakeUps(s.wakeUps()));
  }

  private Map<String, Instant> wakeUps(Map<String, Instant> before) {
    Map<String, Instant> after = new LinkedHashMap<>();
    before.forEach((reason, at) -> after.put(reason, WakeUps.byTheClock(reason) ? at : moved(at)));
    return Collections.unmodifiableMap(after);
  }

  /** The same moment by the clock as it is now; the epoch means never, and stays. */
  Instant moved(Instant at) {
    return at.equals(Instant.EPOCH) ? at : at.plus(by);
  }
}
