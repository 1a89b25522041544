package org.ocppbridge.adapter.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Some of the waits; those not set come from the next wider level, in the end from {@link
 * Wait#byDefault}.
 *
 * @param set the waits that are set at this level
 */
public record Waits(Map<Wait, Duration> set) {

  /** Nothing set: the defaults. */
  public static final Waits NONE = new Waits(Map.of());

  public Waits {
    set = Map.copyOf(set);
  }

  /** How long to wait; zero means not at all. */
  public Duration of(Wait wait) {
    return set.getOrDefault(wait, wait.byDefault());
  }

  /** These waits, and where they say nothing those of a wider level. */
  public Waits orElse(Waits wider) {
    Map<Wait, Duration> merged = new EnumMap<>(Wait.class);
    merged.putAll(wider.set);
    merged.putAll(set);
    return new Waits(merged);
  }
}
