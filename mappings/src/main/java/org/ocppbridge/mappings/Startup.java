package org.ocppbridge.mappings;

/**
 * The last boot of a charger as 2.0.1 tells it.
 *
 * @param reason why it booted, a value of {@code BootReasonEnumType}
 * @param unannounced whether the security event that tells of it is still to be sent
 */
public record Startup(String reason, boolean unannounced) {
  static final Startup NONE = new Startup("Unknown", false);

  /** A change of it. */
  public record Booted(Startup startup) implements Change {
    @Override
    public ChargerState applyTo(ChargerState s) {
      return s.with(s.station().with(startup));
    }
  }
}
