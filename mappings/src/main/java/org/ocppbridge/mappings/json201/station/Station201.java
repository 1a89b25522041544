package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.json201.base.Tables;

/**
 * The operations of the station itself: registration, status, availability, reservations, lists,
 * jobs, messages (blocks B, D, F, G, H, L, N and P).
 */
public final class Station201 {

  private Station201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {}
}
