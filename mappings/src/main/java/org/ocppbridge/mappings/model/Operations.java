package org.ocppbridge.mappings.model;

import java.util.List;
import java.util.Optional;

/**
 * The one list of all operations of the SOAP versions. Which version has which is said by the SOAP
 * dialects.
 */
public final class Operations {

  /** Asked by chargers: 9 of them in 1.2, all in 1.5 and 1.6. */
  public static final List<Operation<?, ?>> FROM_CHARGER =
      List.of(
          Authorize.FROM_CHARGER,
          BootNotification.FROM_CHARGER,
          DataTransfer.FROM_CHARGER,
          DiagnosticsStatusNotification.FROM_CHARGER,
          FirmwareStatusNotification.FROM_CHARGER,
          Heartbeat.FROM_CHARGER,
          MeterValues.FROM_CHARGER,
          StartTransaction.FROM_CHARGER,
          StatusNotification.FROM_CHARGER,
          StopTransaction.FROM_CHARGER);

  /** Asked by the CSMS: 9 of them in 1.2, 15 in 1.5, all in 1.6. */
  public static final List<Operation<?, ?>> FROM_CSMS =
      List.of(
          CancelReservation.FROM_CSMS,
          ChangeAvailability.FROM_CSMS,
          ChangeConfiguration.FROM_CSMS,
          ClearCache.FROM_CSMS,
          ClearChargingProfile.FROM_CSMS,
          DataTransfer.FROM_CSMS,
          GetCompositeSchedule.FROM_CSMS,
          GetConfiguration.FROM_CSMS,
          GetDiagnostics.FROM_CSMS,
          GetLocalListVersion.FROM_CSMS,
          RemoteStartTransaction.FROM_CSMS,
          RemoteStopTransaction.FROM_CSMS,
          ReserveNow.FROM_CSMS,
          Reset.FROM_CSMS,
          SendLocalList.FROM_CSMS,
          SetChargingProfile.FROM_CSMS,
          TriggerMessage.FROM_CSMS,
          UnlockConnector.FROM_CSMS,
          UpdateFirmware.FROM_CSMS);

  private Operations() {}

  /** The operation a charger asks for by this name, if there is one. */
  public static Optional<Operation<?, ?>> fromCharger(String name) {
    return FROM_CHARGER.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /** The operation the CSMS asks for by this name, if there is one. */
  public static Optional<Operation<?, ?>> fromCsms(String name) {
    return FROM_CSMS.stream().filter(o -> o.name().equals(name)).findFirst();
  }
}
