package org.ocppbridge.adapter.config;

/**
 * Where one charger belongs, and the settings that hold for it.
 *
 * @param targetName the key of {@code targets}
 * @param target the CSMS
 * @param settings the charger's settings, resolved
 */
public record Route(String targetName, TargetConfig target, ChargerSettings settings) {

  /** The station that the charger is for its CSMS: in other words, what a CSMS knows it as. */
  public String station() {
    return targetName + "/" + settings.csmsIdentity();
  }

  /**
   * Whether a charger with these parts is served as the other wants it: what it has to show is
   * looked at with each request, and the paces of a target are those of all its chargers.
   */
  public boolean servesAs(Route other) {
    return targetName.equals(other.targetName)
        && target.equals(other.target.pacedAs(target))
        && settings.equals(other.settings.asking(settings.access()));
  }

  /** Whether the other leads to the same station of the same CSMS, in the same words. */
  public boolean leadsWhere(Route other) {
    return station().equals(other.station()) && target.protocol() == other.target.protocol();
  }
}
