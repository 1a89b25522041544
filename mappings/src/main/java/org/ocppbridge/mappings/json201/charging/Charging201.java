package org.ocppbridge.mappings.json201.charging;

import org.ocppbridge.mappings.json201.base.Tables;

/** The operations of charging profiles (block K). */
public final class Charging201 {

  private Charging201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {}
}
