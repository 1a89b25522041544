package org.ocppbridge.adapter.simulate;

import java.util.Locale;

/** What a simulated charger does. */
public enum Scenario {
  /** Boot, status, authorize, start, meter values, stop: {@link SimulateOptions#sessions} times. */
  SESSION,
  /** Every operation of the version at least once. */
  ALL,
  /** Boot, then heartbeats. */
  IDLE,
  /**
   * Sound messages in the odd forms that chargers in the field give them; each has to be answered
   * without a fault.
   */
  QUIRKS;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a scenario by its name on the command line.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Scenario of(String label) {
    for (Scenario scenario : values()) {
      if (scenario.label().equals(label)) {
        return scenario;
      }
    }
    throw new IllegalArgumentException("no scenario '" + label + "': session, all, idle or quirks");
  }

  @Override
  public String toString() {
    return label();
  }
}
