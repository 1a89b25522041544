package org.ocppbridge.mappings;

/**
 * Configuration that the CSMS set and the bridge keeps. The adapter reads it from {@link
 * ChargerState#settings()}.
 */
public sealed interface SettingChange extends Change {

  /** A 1.2 charger took a value; it cannot be asked for it later. */
  record Shadowed(String key, String value) implements SettingChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.settings().shadow(key, value));
    }
  }

  /** A key of the connection to the CSMS, for example {@code WebSocketPingInterval}. */
  record OfLink(String key, String value) implements SettingChange {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.settings().link(key, value));
    }
  }
}
