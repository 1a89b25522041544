package org.ocppbridge.mappings.json201.station;

import java.util.List;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json201.base.SecurityEvent;
import org.ocppbridge.mappings.json201.base.Tables;
import org.ocppbridge.mappings.json201.base.Told;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.rules.Boots;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.DataTransfers;
import org.ocppbridge.mappings.rules.Heartbeats;
import org.ocppbridge.mappings.rules.SignCertificate;

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
        .onWakeUp(CertificateSigning.AGAIN, Signing201::again)
        .onWakeUp(CertificateSigning.RENEW, SignCertificate::renew)
        .onWakeUp(TriggeredMeters.WAKE_UP, TriggeredMeters::woken)
        .onCsms("TriggerMessage", TriggerMessage201.Request.class, TriggerMessage201::step);
  }

  /** What follows when the link to the CSMS is up (again). */
  public static Step<Void> connected(ChargerView view) {
    return BootNotification201.connected(view);
  }

  /** What follows from news of the connection, or of work in the background. */
  public static Step<Void> news(LinkNews news, ChargerView view) {
    return switch (news) {
      case LinkNews.KeyPairMade(var request) -> Signing201.made(request, view);
      case LinkNews.NoKeyPair ignored -> Step.Done.with(null, CertificateSigning.givenUp(view));
      case LinkNews.UploadEnded(int requestId, var result) ->
          SecurityLog201.ended(requestId, result, view);
      case LinkNews.NotConnected(var trouble, String why) -> notConnected(trouble, why, view);
    };
  }

  private static Step<Void> notConnected(LinkNews.Trouble trouble, String why, ChargerView view) {
    List<Message> events =
        switch (trouble) {
          case CSMS_CERTIFICATE ->
              List.of(SecurityEvent.INVALID_CSMS_CERTIFICATE.message(why, view));
          case CREDENTIALS ->
              List.of(SecurityEvent.FAILED_TO_AUTHENTICATE_AT_CSMS.message(why, view));
          case TLS_VERSION -> List.of(SecurityEvent.INVALID_TLS_VERSION.message(why, view));
          case TLS_CIPHER_SUITE ->
              List.of(SecurityEvent.INVALID_TLS_CIPHER_SUITE.message(why, view));
          case OTHER -> List.of();
        };
    return Told.with(null, List.of(), events, List.of());
  }
}
