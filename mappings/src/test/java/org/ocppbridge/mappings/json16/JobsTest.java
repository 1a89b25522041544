package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.ChargerReply;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.mappings.play.Play;

/** Uploads and firmware updates, and what a charger tells of them at awkward moments. */
class JobsTest {

  private static final String GET_LOG =
      """
      {"log":{"remoteLocation":"ftp://x"},"logType":"DiagnosticsLog","requestId":12}""";
  private static final String GET_DIAGNOSTICS = "{\"location\":\"ftp://x\"}";
  private static final String UPDATE =
      "{\"location\":\"ftp://x\",\"retrieveDate\":\"2026-03-01T13:00:00Z\"}";

  private final Play play = Play.accepted(SoapVersion.V16);

  private void tell(FirmwareStatus status) {
    play.ask(
        FirmwareStatusNotification.FROM_CHARGER, new FirmwareStatusNotification.Request(status));
  }

  private void tell(DiagnosticsStatus status) {
    play.ask(
        DiagnosticsStatusNotification.FROM_CHARGER,
        new DiagnosticsStatusNotification.Request(status));
  }

  private static ChargerReply<?> failed(Why why) {
    return new ChargerReply.Failed<>(new ChargerFailed(why, "failed: " + why));
  }

  @Test
  void aFirmwareStatusThatComesDuringAFailedGetDiagnosticsStays() {
    play.chargerFirst(
        GetDiagnostics.FROM_CSMS, () -> tell(FirmwareStatus.INSTALLING), failed(Why.UNREACHABLE));
    play.call("GetDiagnostics", GET_DIAGNOSTICS);
    assertThat(play.state.jobs().firmware().flatMap(Jobs.Firmware::status))
        .contains(FirmwareStatus.INSTALLING);
    assertThat(play.state.jobs().log()).isEmpty();
  }

  @Test
  void aFirmwareStatusThatComesDuringARefusedGetLogStays() {
    play.chargerFirst(
        GetDiagnostics.FROM_CSMS,
        () -> tell(FirmwareStatus.DOWNLOADED),
        new ChargerReply.Answered<>(new GetDiagnostics.Answer(null)));
    assertThat(play.status("GetLog", GET_LOG)).isEqualTo("Rejected");
    assertThat(play.state.jobs().firmware().flatMap(Jobs.Firmware::status))
        .contains(FirmwareStatus.DOWNLOADED);
    assertThat(play.state.jobs().log()).isEmpty();
  }

  @Test
  void anUploadThatIsHeardOfDuringTheCallIsNotTakenBack() {
    play.chargerFirst(
        GetDiagnostics.FROM_CSMS, () -> tell(DiagnosticsStatus.UPLOADING), failed(Why.UNREACHABLE));
    play.call("GetDiagnostics", GET_DIAGNOSTICS);
    assertThat(play.state.jobs().log().flatMap(Jobs.Log::status))
        .contains(DiagnosticsStatus.UPLOADING);
  }

  @Test
  void theFirstStatusOfAnUpdateMayComeBeforeTheAnswer() {
    play.chargerFirst(
        UpdateFirmware.FROM_CSMS,
        () -> tell(FirmwareStatus.DOWNLOADING),
        new ChargerReply.Answered<>(new UpdateFirmware.Answer()));
    play.call("UpdateFirmware", UPDATE);
    assertThat(play.state.jobs().firmware())
        .contains(
            new Jobs.Firmware(Optional.empty(), Optional.of(FirmwareStatus.DOWNLOADING), play.now));
  }

  @Test
  void anUpdateThatSurelyDidNotBeginLeavesTheOneBefore() {
    tell(FirmwareStatus.INSTALLED);
    Optional<Jobs.Firmware> before = play.state.jobs().firmware();
    play.later(Duration.ofHours(1));
    play.chargerFails(UpdateFirmware.FROM_CSMS, Why.UNREACHABLE);
    play.error("UpdateFirmware", UPDATE);
    assertThat(play.state.jobs().firmware()).isEqualTo(before).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Why.class,
      names = {"FAULT", "SILENT", "NOT_SOAP", "WRONG_ANSWER"})
  void afterAFaultTheThingMayHaveBeenDoneAllTheSame(Why why) {
    play.chargerFails(Reset.FROM_CSMS, why);
    assertThat(play.status("Reset", "{\"type\":\"Hard\"}")).isEqualTo("Rejected");
    assertThat(play.state.commands().reset()).isPresent();
  }

  @Test
  void anUploadThatIsOverBeforeTheAnswerStaysOver() {
    Play play15 = Play.accepted(SoapVersion.V15);
    play15.chargerFirst(
        GetDiagnostics.FROM_CSMS,
        () ->
            play15.ask(
                DiagnosticsStatusNotification.FROM_CHARGER,
                new DiagnosticsStatusNotification.Request(DiagnosticsStatus.UPLOADED)),
        new ChargerReply.Answered<>(new GetDiagnostics.Answer("log.zip")));
    play15.call("GetDiagnostics", GET_DIAGNOSTICS);
    assertThat(play15.state.jobs().log().flatMap(Jobs.Log::status))
        .contains(DiagnosticsStatus.UPLOADED);
    assertThat(play15.actions()).containsExactly("DiagnosticsStatusNotification");
  }

  @Test
  void uploadingIsToldOnceForEachUpload() {
    tell(DiagnosticsStatus.UPLOADING);
    tell(DiagnosticsStatus.UPLOADING);
    assertThat(play.actions()).hasSize(1);
    play.later(Jobs.LOG_TIMEOUT.plusSeconds(1));
    tell(DiagnosticsStatus.UPLOADING);
    tell(DiagnosticsStatus.UPLOADING);
    assertThat(play.actions()).hasSize(2);
  }

  @Test
  void anUploadLongAfterAGetLogIsNoneOfItsOwn() {
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("log.zip"));
    play.status("GetLog", GET_LOG);
    tell(DiagnosticsStatus.UPLOADING);
    play.later(Jobs.LOG_TIMEOUT.plusSeconds(1));
    tell(DiagnosticsStatus.UPLOADED);
    assertThat(play.actions())
        .containsExactly("LogStatusNotification", "DiagnosticsStatusNotification");
  }
}
