package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.all;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.mappings.play.Play;

/** Logs and firmware: what is asked, what the charger tells, what the CSMS hears of it. */
class JobsTest {

  private static final Map<DiagnosticsStatus, String> LOG_WORDS =
      Map.of(
          DiagnosticsStatus.UPLOADING, "Uploading",
          DiagnosticsStatus.UPLOADED, "Uploaded",
          DiagnosticsStatus.UPLOAD_FAILED, "UploadFailure");

  private static final String GET_LOG =
      """
      {"logType":"DiagnosticsLog","requestId":7,"retries":2,"retryInterval":60,
       "log":{"remoteLocation":"ftp://host/dir","oldestTimestamp":"2026-01-01T00:00:00Z"}}\
      """;

  private static String update(String when) {
    return """
    {"requestId":9,"firmware":{"location":"ftp://host/f","retrieveDateTime":"%s"}}\
    """
        .formatted(when);
  }

  private static final String NOW = "2026-03-01T12:00:00Z";

  private static void log(Play play, DiagnosticsStatus status) {
    play.ask(
        DiagnosticsStatusNotification.FROM_CHARGER,
        new DiagnosticsStatusNotification.Request(status));
  }

  private static void firmware(Play play, FirmwareStatus status) {
    play.ask(
        FirmwareStatusNotification.FROM_CHARGER, new FirmwareStatusNotification.Request(status));
  }

  private static Play uploading(SoapVersion version) {
    Play play = accepted(version);
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("diag.zip"));
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Accepted");
    return play;
  }

  private static Play updating(SoapVersion version) {
    Play play = accepted(version);
    play.charger(UpdateFirmware.FROM_CSMS, new UpdateFirmware.Answer());
    assertThat(play.status("UpdateFirmware", update(NOW))).isEqualTo("Accepted");
    return play;
  }

  private static List<String> told(Play play, String action) {
    return all(play, action).stream()
        .map(p -> p.path("status").asText() + " " + p.path("requestId").asText("-"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void getLogIsGetDiagnosticsAndItsStatusesCarryTheRequestId(SoapVersion version) {
    Play play = uploading(version);
    GetDiagnostics.Request asked = (GetDiagnostics.Request) play.asked.getFirst().request();
    assertThat(asked.location()).isEqualTo("ftp://host/dir");
    assertThat(asked.startTime()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(asked.retries()).isEqualTo(2);
    log(play, DiagnosticsStatus.UPLOADING);
    log(play, DiagnosticsStatus.UPLOADED);
    log(play, DiagnosticsStatus.UPLOADED);
    assertThat(told(play, "LogStatusNotification")).containsExactly("Uploading 7", "Uploaded 7");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyLogStatusHasItsWord(SoapVersion version) {
    LOG_WORDS.forEach(
        (status, word) -> {
          Play play = uploading(version);
          play.passes(Duration.ofSeconds(10));
          play.sent.clear();
          log(play, status);
          // Uploading is told by the bridge after ten seconds at the latest.
          boolean known = status == DiagnosticsStatus.UPLOADING;
          assertThat(told(play, "LogStatusNotification"))
              .isEqualTo(known ? List.of() : List.of(word + " 7"));
        });
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void anUploadThatIsOverBeforeTheAnswerStaysOver(SoapVersion version) {
    Play play = accepted(version);
    play.chargerFirst(
        GetDiagnostics.FROM_CSMS,
        () -> log(play, DiagnosticsStatus.UPLOADED),
        new ChargerReply.Answered<>(new GetDiagnostics.Answer("diag.zip")));
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Accepted");
    play.passes(Duration.ofHours(3));
    assertThat(told(play, "LogStatusNotification")).containsExactly("Uploaded 7");
  }

  @Test
  void aCharger16HasTenSecondsToSayThatItUploads() {
    Play play = uploading(SoapVersion.V16);
    assertThat(play.sent).isEmpty();
    play.passes(Duration.ofSeconds(10));
    assertThat(told(play, "LogStatusNotification")).containsExactly("Uploading 7");
  }

  @Test
  void anUploadThatNeverEndsHasFailedAfterTwoHoursAndMakesRoomForTheNext() {
    Play play = uploading(SoapVersion.V12);
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Rejected");
    play.passes(Duration.ofHours(2));
    assertThat(told(play, "LogStatusNotification")).last().isEqualTo("UploadFailure 7");
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Accepted");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void logStatusesThatBelongToNoGetLogAreNotTold(SoapVersion version) {
    Play play = accepted(version);
    for (DiagnosticsStatus status : DiagnosticsStatus.values()) {
      log(play, status);
    }
    log(play, null);
    assertThat(play.sent).isEmpty();
    assertThat(play.losses).hasSize(DiagnosticsStatus.values().length + 1);
  }

  @Test
  void anUploadThatIsOverDoesNotBeginAgain() {
    Play play = uploading(SoapVersion.V16);
    log(play, DiagnosticsStatus.UPLOADING);
    log(play, DiagnosticsStatus.UPLOADED);
    log(play, DiagnosticsStatus.UPLOADING);
    assertThat(all(play, "LogStatusNotification"))
        .extracting(p -> p.path("status").asText())
        .containsExactly("Uploading", "Uploaded");
  }

  @Test
  void withoutFileThereIsNoLogAndNoJob() {
    Play play = accepted(SoapVersion.V15);
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer(null));
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Rejected");
    assertThat(play.state.jobs().log()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void aChargerThatCannotBeAskedHasNoJob(Why why) {
    Play play = accepted(SoapVersion.V16);
    play.chargerFails(GetDiagnostics.FROM_CSMS, why);
    play.chargerFails(UpdateFirmware.FROM_CSMS, why);
    assertThat(reason(play, "GetLog", GET_LOG)).isEqualTo("InternalError");
    assertThat(reason(play, "UpdateFirmware", update(NOW))).isEqualTo("InternalError");
    log(play, DiagnosticsStatus.UPLOADED);
    firmware(play, FirmwareStatus.DOWNLOADED);
    assertThat(play.sent).isEmpty();
  }

  private static String reason(Play play, String action, String json) {
    ObjectNode payload = ((CsmsAnswer.Result) play.call(action, json)).payload();
    assertThat(payload.path("status").asText()).isEqualTo("Rejected");
    return payload.path("statusInfo").path("reasonCode").asText();
  }

  @Test
  void theSecurityLogIsNotTheChargers() {
    Play play = accepted(SoapVersion.V16);
    assertThat(reason(play, "GetLog", GET_LOG.replace("DiagnosticsLog", "SecurityLog")))
        .isEqualTo("UnsupportedRequest");
    assertThat(play.asked).isEmpty();
  }

  @Test
  void aProtocolTheChargerDoesNotHaveIsRefused() {
    Play play = accepted(SoapVersion.V16);
    assertThat(reason(play, "GetLog", GET_LOG.replace("ftp:", "gopher:")))
        .isEqualTo("UnsupportedParam");
    play.state =
        play.state.apply(
            List.of(
                new ModelChange.KeyKnown(
                    "SupportedFileTransferProtocols",
                    new DeviceModel.Key("FTP, FTPS", true, play.now))));
    assertThat(reason(play, "UpdateFirmware", update(NOW).replace("ftp:", "http:")))
        .isEqualTo("UnsupportedParam");
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("f"));
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Accepted");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyFirmwareStatusCarriesTheRequestIdAndInstalledIsASecurityEventToo(SoapVersion version) {
    for (FirmwareStatus status : FirmwareStatus.values()) {
      Play play = updating(version);
      firmware(play, status);
      firmware(play, status);
      boolean idle = status == FirmwareStatus.IDLE;
      assertThat(told(play, "FirmwareStatusNotification"))
          .isEqualTo(idle ? List.of() : List.of(status.wire() + " 9"));
      assertThat(all(play, "SecurityEventNotification"))
          .hasSize(status == FirmwareStatus.INSTALLED ? 1 : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void anUpdateNobodyAskedForIsASecurityEventAlone(SoapVersion version) {
    Play play = accepted(version);
    for (FirmwareStatus status : FirmwareStatus.values()) {
      firmware(play, status);
    }
    assertThat(play.actions()).containsExactly("SecurityEventNotification");
    assertThat(play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("FirmwareUpdated");
  }

  @Test
  void anUpdateForLaterIsScheduledAndInstallsNoSoonerThanWanted() {
    Play play = accepted(SoapVersion.V15);
    play.charger(UpdateFirmware.FROM_CSMS, new UpdateFirmware.Answer());
    assertThat(
            play.status(
                "UpdateFirmware",
                """
                {"requestId":9,"firmware":{"location":"ftp://host/f",
                 "retrieveDateTime":"2026-03-01T12:00:00Z",
                 "installDateTime":"2026-03-01T15:00:00Z"}}\
                """))
        .isEqualTo("Accepted");
    UpdateFirmware.Request asked = (UpdateFirmware.Request) play.asked.getFirst().request();
    assertThat(asked.retrieveDate()).isEqualTo("2026-03-01T15:00:00Z");
    assertThat(told(play, "FirmwareStatusNotification")).containsExactly("DownloadScheduled 9");
    play.sent.clear();
    play.call("TriggerMessage", "{\"requestedMessage\":\"FirmwareStatusNotification\"}");
    assertThat(told(play, "FirmwareStatusNotification")).containsExactly("DownloadScheduled 9");
  }

  @Test
  void oneUpdateAtATime() {
    Play play = updating(SoapVersion.V16);
    firmware(play, FirmwareStatus.DOWNLOADING);
    assertThat(reason(play, "UpdateFirmware", update(NOW))).isEqualTo("FwUpdateInProgress");
    firmware(play, FirmwareStatus.INSTALLATION_FAILED);
    assertThat(play.status("UpdateFirmware", update(NOW))).isEqualTo("Accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"signature\":\"abc\"", "\"signingCertificate\":\"no\",\"signature\":\"a\""})
  void firmwareWithoutASoundCertificateIsRefusedAndTold(String signed) {
    Play play = accepted(SoapVersion.V16);
    String json = update(NOW).replace("\"location\"", signed + ",\"location\"");
    assertThat(play.status("UpdateFirmware", json)).isEqualTo("InvalidCertificate");
    assertThat(play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("InvalidFirmwareSigningCertificate");
    assertThat(play.asked).isEmpty();
  }
}
