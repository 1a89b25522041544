package org.ocppbridge.mappings.json201.charging;

import org.ocppbridge.mappings.json201.base.Tables;

/** The operations of charging profiles (block K). */
public final class Charging201 {

  private Charging201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {
    tables
        .onCsms(
            "SetChargingProfile",
            SetChargingProfile201.Request.class,
            SetChargingProfile201::step)
        .onCsms(
            "ClearChargingProfile",
            ClearChargingProfile201.Request.class,
            ClearChargingProfile201::step)
        .onCsms(
            "GetChargingProfiles",
            GetChargingProfiles201.Request.class,
            GetChargingProfiles201::step)
        .onCsms(
            "GetCompositeSchedule",
            GetCompositeSchedule201.Request.class,
            GetCompositeSchedule201::step);
  }
}
