package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.GetLocalListVersion;

/** What the CSMS has the station do: availability, reservations, lists, reset, unlocking. */
public final class Commands201 {

  private Commands201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {
    tables
        .onCsms("CancelReservation", CancelReservation.Request.class, CancelReservation201::step)
        .onCsms(
            "ChangeAvailability", ChangeAvailability201.Request.class, ChangeAvailability201::step)
        .onCsms("ClearCache", ClearCache.Request.class, ClearCache201::step)
        .onCsms(
            "GetLocalListVersion", GetLocalListVersion.Request.class, GetLocalListVersion201::step)
        .onCsms("ReserveNow", ReserveNow201.Request.class, ReserveNow201::step)
        .onCsms("Reset", Reset201.Request.class, Reset201::step)
        .onCsms("SendLocalList", SendLocalList201.Request.class, SendLocalList201::step)
        .onCsms("UnlockConnector", UnlockConnector201.Request.class, UnlockConnector201::step);
    SilentCharger.addTo(tables);
    ReservationEnd.addTo(tables);
    ClosedConnectors.addTo(tables);
    IdleReset.addTo(tables);
    MissingBoot.addTo(tables);
  }
}
