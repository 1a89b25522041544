package org.ocppbridge.mappings.json201.model;

import org.ocppbridge.mappings.json201.base.Tables;

/**
 * The operations of the device model, its reports and monitors, and what the bridge owns of the
 * connection (blocks A, B, M and N).
 */
public final class Model201 {

  private Model201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {}
}
