package org.ocppbridge.mappings.json201.station;

import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.Boots;
import org.ocppbridge.mappings.rules.DataTransfers;
import org.ocppbridge.mappings.rules.Heartbeats;

/**
 * The operations of the station itself: registration, status, availability, reservations, lists,
 * jobs, messages (blocks B, D, F, G, H, L, N and P).
 */
public final class Station201 {

  private Station201() {}

  /** Adds them. */
  public static void addTo(Tables tables) {
    tables
        .onCharger(BootNotification.FROM_CHARGER, BootNotification201::step)
        .onDelivered(BootNotification201.ACTION, BootNotification201::delivered)
        .onWakeUp(Boots.WAKE_UP, BootNotification201::woken)
        .onWakeUp(Accepted.WAKE_UP, Accepted::woken)
        .onCharger(Heartbeat.FROM_CHARGER, Heartbeats::step)
        .onCharger(StatusNotification.FROM_CHARGER, StatusNotification201::step)
        .onWakeUp(ReservationUpdates.WAKE_UP, ReservationUpdates::woken)
        .onCharger(DataTransfer.FROM_CHARGER, DataTransfers::step)
        .onCsms("DataTransfer", DataTransfer201.Request.class, DataTransfer201::step)
        .onCharger(DiagnosticsStatusNotification.FROM_CHARGER, LogStatus201::step)
        .onWakeUp(LogStatus201.UPLOADING, LogStatus201::uploading)
        .onWakeUp(LogStatus201.TIMEOUT, LogStatus201::timedOut)
        .onCsms("GetLog", GetLog201.Request.class, GetLog201::step)
        .onCharger(FirmwareStatusNotification.FROM_CHARGER, FirmwareStatus201::step)
        .onCsms("UpdateFirmware", UpdateFirmware201.Request.class, UpdateFirmware201::step)
        .onWakeUp(TriggeredMeters.WAKE_UP, TriggeredMeters::woken)
        .onCsms("TriggerMessage", TriggerMessage201.Request.class, TriggerMessage201::step);
  }

  /** What follows when the link to the CSMS is up (again). */
  public static Step<Void> connected(ChargerView view) {
    return BootNotification201.connected(view);
  }
}
