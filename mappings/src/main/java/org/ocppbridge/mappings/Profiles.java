package org.ocppbridge.mappings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Charging profiles that a charger took from a 2.0.1 CSMS; it cannot be asked for them.
 *
 * @param all by chargingProfileId, at most {@value #MAX}
 */
public record Profiles(Map<Integer, Profile> all) {

  /** Most profiles remembered of one charger. */
  public static final int MAX = 500;

  static final Profiles NONE = new Profiles(Map.of());

  /**
   * A profile.
   *
   * @param evseId as the CSMS gave it
   * @param chargingProfile as the CSMS gave it
   */
  public record Profile(int evseId, ObjectNode chargingProfile) {}

  Profiles taken(int id, Profile profile) {
    return new Profiles(Copies.with(all, id, profile, MAX));
  }

  Profiles over(int id) {
    return new Profiles(Copies.without(all, id));
  }
}
