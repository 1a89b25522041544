package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ConfigurationStatus;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** What the CSMS asks. */
class CommandsTest {

  private static final String PROFILE =
      """
      {"chargingProfileId":1,"stackLevel":0,%s"chargingProfilePurpose":"TxProfile",
       "chargingProfileKind":"Relative","chargingSchedule":{"chargingRateUnit":"A",
       "chargingSchedulePeriod":[{"startPeriod":0,"limit":10.66}]}}""";

  private final Play play = Play.accepted(SoapVersion.V16);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nonsense | {} | NotImplemented",
        "Authorize | {\"idTag\":\"T\"} | NotSupported",
        "SecurityEventNotification | {} | NotSupported",
        "ClearCache | {\"x\":1} | FormationViolation",
        "Reset | {} | OccurenceConstraintViolation",
        "Reset | {\"type\":null} | OccurenceConstraintViolation",
        "Reset | {\"type\":\"hard\"} | PropertyConstraintViolation",
        "Reset | {\"type\":1} | TypeConstraintViolation",
        "Reset | {\"type\":[\"Hard\"]} | TypeConstraintViolation",
        "UnlockConnector | {\"connectorId\":\"1\"} | TypeConstraintViolation",
        "UnlockConnector | {\"connectorId\":1.5} | TypeConstraintViolation",
        "UnlockConnector | {\"connectorId\":99999999999} | PropertyConstraintViolation",
        "UnlockConnector | {\"connectorId\":true} | TypeConstraintViolation",
        "RemoteStartTransaction | {\"idTag\":\"123456789012345678901\"} | PropertyConstraintViolation",
        "RemoteStartTransaction | {\"idTag\":5} | TypeConstraintViolation",
        "GetConfiguration | {\"key\":\"A\"} | TypeConstraintViolation",
        "GetConfiguration | {\"key\":[null]} | TypeConstraintViolation",
        "UpdateFirmware | {\"location\":\"ftp://x\",\"retrieveDate\":\"soon\"} | PropertyConstraintViolation",
        "GetLog | {\"logType\":\"DiagnosticsLog\",\"requestId\":1} | OccurenceConstraintViolation",
      })
  void aBrokenCallGetsTheCodeOfItsFault(String action, String payload, String code) {
    assertThat(play.error(action, payload)).isEqualTo(code);
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CancelReservation | {\"reservationId\":1} | Rejected",
        "ClearChargingProfile | {} | Unknown",
        "DataTransfer | {\"vendorId\":\"v\"} | UnknownVendorId",
        "GetCompositeSchedule | {\"connectorId\":1,\"duration\":60} | Rejected",
        "ReserveNow | {\"connectorId\":1,\"expiryDate\":\"2026-03-01T13:00:00Z\",\"idTag\":\"T\",\"reservationId\":1} | Rejected",
        "SendLocalList | {\"listVersion\":1,\"updateType\":\"Full\"} | NotSupported",
        "TriggerMessage | {\"requestedMessage\":\"MeterValues\"} | Rejected",
        "CertificateSigned | {\"certificateChain\":\"x\"} | Rejected",
        "InstallCertificate | {\"certificateType\":\"CentralSystemRootCertificate\",\"certificate\":\"x\"} | Rejected",
        "DeleteCertificate | {\"certificateHashData\":{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\",\"serialNumber\":\"c\"}} | NotFound",
        "GetInstalledCertificateIds | {\"certificateType\":\"ManufacturerRootCertificate\"} | NotFound",
        "ExtendedTriggerMessage | {\"requestedMessage\":\"SignChargePointCertificate\"} | Rejected",
        "GetLog | {\"log\":{\"remoteLocation\":\"ftp://x\"},\"logType\":\"SecurityLog\",\"requestId\":1} | Rejected",
        "SignedUpdateFirmware | {\"requestId\":1,\"firmware\":{\"location\":\"x\",\"retrieveDateTime\":\"2026-03-01T13:00:00Z\",\"signingCertificate\":\"x\",\"signature\":\"x\"}} | InvalidCertificate",
      })
  void whatA12ChargerCannotDoTheBridgeAnswersItself(String action, String payload, String status) {
    Play old = Play.accepted(SoapVersion.V12);
    assertThat(old.status(action, payload)).isEqualTo(status);
    assertThat(old.asked).isEmpty();
  }

  @Test
  void a12ChargerHasNoLocalList() {
    Play old = Play.accepted(SoapVersion.V12);
    CsmsAnswer answer = old.call("GetLocalListVersion", "{}");
    assertThat(((CsmsAnswer.Result) answer).payload().path("listVersion").asInt()).isEqualTo(-1);
  }

  @Test
  void setChargingProfileIsForSixteenAlone() {
    Play old = Play.accepted(SoapVersion.V15);
    String payload = "{\"connectorId\":1,\"csChargingProfiles\":" + PROFILE.formatted("") + "}";
    assertThat(old.status("SetChargingProfile", payload)).isEqualTo("NotSupported");
    String unknown = PROFILE.formatted("\"transactionId\":1,");
    payload = "{\"connectorId\":1,\"csChargingProfiles\":" + unknown + "}";
    assertThat(old.status("SetChargingProfile", payload)).isEqualTo("NotSupported");
  }

  @Test
  void aProfileNamesTheChargersTransactionAndHasOneFractionDigit() {
    int id =
        play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "T", play.now, "1")).transactionId();
    play.charger(
        SetChargingProfile.FROM_CSMS,
        new SetChargingProfile.Answer(ChargingProfileStatus.ACCEPTED));
    String payload = "{\"connectorId\":1,\"csChargingProfiles\":" + PROFILE + "}";
    assertThat(play.status("SetChargingProfile", payload.formatted("\"transactionId\":7001,")))
        .isEqualTo("Accepted");
    var asked = (SetChargingProfile.Request) play.asked.getLast().request();
    assertThat(asked.csChargingProfiles().transactionId()).isEqualTo(id);
    assertThat(
            asked.csChargingProfiles().chargingSchedule().chargingSchedulePeriod().get(0).limit())
        .isEqualTo("10.6");
    assertThat(play.status("SetChargingProfile", payload.formatted("\"transactionId\":1,")))
        .isEqualTo("Rejected");
  }

  @Test
  void aRemoteStartMakesTheTransactionAccepted() {
    play.charger(
        RemoteStartTransaction.FROM_CSMS,
        new RemoteStartTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    play.status("RemoteStartTransaction", "{\"idTag\":\"T\"}");
    assertThat(play.state.commands().remoteStarts()).hasSize(1);
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "t", play.now, "1"));
    assertThat(play.state.commands().remoteStarts()).isEmpty();
  }

  @Test
  void theProfileOfARemoteStartIsDroppedForOlderVersionsAndNamed() {
    Play old = Play.accepted(SoapVersion.V15);
    old.charger(
        RemoteStartTransaction.FROM_CSMS,
        new RemoteStartTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    old.status(
        "RemoteStartTransaction",
        "{\"idTag\":\"T\",\"chargingProfile\":" + PROFILE.formatted("") + "}");
    assertThat(((RemoteStartTransaction.Request) old.asked.get(0).request()).chargingProfile())
        .isNull();
    assertThat(old.losses).extracting(l -> l.field()).contains("chargingProfile");
  }

  @Test
  void aPendingChargerIsNeitherStartedNorStopped() {
    Play pending = new Play(SoapVersion.V16);
    pending.csms("BootNotification", Play.boot("Pending", 60));
    pending.ask(org.ocppbridge.mappings.model.BootNotification.FROM_CHARGER, Say.boot("M"));
    assertThat(pending.status("RemoteStartTransaction", "{\"idTag\":\"T\"}")).isEqualTo("Rejected");
    assertThat(pending.status("RemoteStopTransaction", "{\"transactionId\":1}"))
        .isEqualTo("Rejected");
    assertThat(pending.asked).isEmpty();
  }

  @Test
  void aSilentChargerIsANegativeStatusOrAnInternalError() {
    assertThat(play.status("Reset", "{\"type\":\"Soft\"}")).isEqualTo("Rejected");
    assertThat(play.error("GetConfiguration", "{}")).isEqualTo("InternalError");
    play.chargerFails(GetDiagnostics.FROM_CSMS, Why.NOT_SUPPORTED);
    assertThat(play.error("GetDiagnostics", "{\"location\":\"ftp://x\"}"))
        .isEqualTo("NotSupported");
    assertThat(play.state.commands().unsupported()).containsExactly("GetDiagnostics");
  }

  @Test
  void theBridgesOwnKeysAreSetHereAndNeverAtTheCharger() {
    assertThat(configure("WebSocketPingInterval", "30")).isEqualTo("Accepted");
    assertThat(configure("websocketpinginterval", "often")).isEqualTo("Rejected");
    assertThat(configure("SecurityProfile", "3")).isEqualTo("Rejected");
    assertThat(configure("AuthorizationKey", "0123456789abcdef0123456789abcdef01234567"))
        .isEqualTo("Accepted");
    assertThat(play.asked).isEmpty();
    assertThat(play.state.settings().numberOfLink("WebSocketPingInterval")).contains(30);
  }

  @Test
  void aValueNoKeyCanHaveIsRejectedAndNotSent() {
    assertThat(configure("Vendor", "x".repeat(501))).isEqualTo("Rejected");
    assertThat(configure("CpoName", "x".repeat(501))).isEqualTo("Rejected");
    assertThat(play.asked).isEmpty();
    configure("Vendor", "x".repeat(500));
    assertThat(play.asked).hasSize(1);
  }

  private String configure(String key, String value) {
    return play.status(
        "ChangeConfiguration", "{\"key\":\"%s\",\"value\":\"%s\"}".formatted(key, value));
  }

  @Test
  void allKeysAreTheChargersAndTheBridgesAndThePasswordIsNeverShown() {
    play.charger(
        GetConfiguration.FROM_CSMS,
        new GetConfiguration.Answer(
            List.of(
                new KeyValue("WebSocketPingInterval", false, "1"),
                new KeyValue("Vendor", true, "x".repeat(600))),
            List.of()));
    CsmsAnswer answer = play.call("GetConfiguration", "{}");
    String text = ((CsmsAnswer.Result) answer).payload().toString();
    assertThat(text)
        .contains("\"key\":\"WebSocketPingInterval\",\"readonly\":false,\"value\":\"60\"")
        .contains("\"key\":\"AuthorizationKey\",\"readonly\":false}");
  }

  @Test
  void oldVersionsSpellTheHeartbeatKeyOtherwise() {
    Play old = Play.accepted(SoapVersion.V15);
    old.charger(
        ChangeConfiguration.FROM_CSMS,
        new ChangeConfiguration.Answer(ConfigurationStatus.ACCEPTED));
    old.status("ChangeConfiguration", "{\"key\":\"HeartbeatInterval\",\"value\":\"9000\"}");
    assertThat(old.asked.get(0).request())
        .isEqualTo(new ChangeConfiguration.Request("HeartBeatInterval", "300"));
    old.charger(
        GetConfiguration.FROM_CSMS,
        new GetConfiguration.Answer(
            List.of(new KeyValue("HeartBeatInterval", false, "300")), List.of()));
    CsmsAnswer answer = old.call("GetConfiguration", "{\"key\":[\"HeartbeatInterval\",\"Nope\"]}");
    assertThat(((CsmsAnswer.Result) answer).payload().toString())
        .isEqualTo(
            "{\"configurationKey\":[{\"key\":\"HeartbeatInterval\",\"readonly\":false,\"value\":\"300\"}],"
                + "\"unknownKey\":[\"Nope\"]}");
  }

  @Test
  void a12ChargersValuesAreThoseSetThroughTheBridge() {
    Play old = Play.accepted(SoapVersion.V12);
    old.charger(
        ChangeConfiguration.FROM_CSMS,
        new ChangeConfiguration.Answer(ConfigurationStatus.ACCEPTED));
    old.status("ChangeConfiguration", "{\"key\":\"ConnectionTimeOut\",\"value\":\"60\"}");
    CsmsAnswer answer =
        old.call("GetConfiguration", "{\"key\":[\"connectiontimeout\",\"ResetRetries\"]}");
    assertThat(((CsmsAnswer.Result) answer).payload().toString())
        .contains("\"key\":\"ConnectionTimeOut\"")
        .contains("\"unknownKey\":[\"ResetRetries\"]");
  }

  @Test
  void aTriggerIsEmulatedFromWhatWasSaidLast() {
    Play old = Play.accepted(SoapVersion.V15);
    assertThat(trigger(old, "StatusNotification")).isEqualTo("Rejected");
    assertThat(trigger(old, "BootNotification")).isEqualTo("Rejected");
    old.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    old.ask(MeterValues.FROM_CHARGER, Say.meter(1, null, old.now, "5"));
    old.sent.clear();
    assertThat(trigger(old, "StatusNotification")).isEqualTo("Accepted");
    assertThat(trigger(old, "MeterValues")).isEqualTo("Accepted");
    assertThat(trigger(old, "Heartbeat")).isEqualTo("Accepted");
    assertThat(trigger(old, "FirmwareStatusNotification")).isEqualTo("Accepted");
    assertThat(trigger(old, "DiagnosticsStatusNotification")).isEqualTo("Accepted");
    assertThat(old.actions())
        .containsExactly(
            "StatusNotification",
            "MeterValues",
            "Heartbeat",
            "FirmwareStatusNotification",
            "DiagnosticsStatusNotification");
    assertThat(old.last("MeterValues").at("/meterValue/0/sampledValue/0/context").asText())
        .isEqualTo("Trigger");
    old.later(Duration.ofMinutes(16));
    assertThat(trigger(old, "MeterValues")).isEqualTo("Rejected");
  }

  @Test
  void a16ChargerThatCannotBeTriggeredIsEmulatedToo() {
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    play.chargerFails(TriggerMessage.FROM_CSMS, Why.NOT_SUPPORTED);
    assertThat(trigger(play, "StatusNotification")).isEqualTo("Accepted");
    assertThat(trigger(play, "StatusNotification")).isEqualTo("Accepted");
    assertThat(play.asked).hasSize(1);
  }

  private static String trigger(Play play, String message) {
    return play.status("TriggerMessage", "{\"requestedMessage\":\"" + message + "\"}");
  }

  @Test
  void theStatusesOfAGetLogCarryItsRequestId() {
    Play old = Play.accepted(SoapVersion.V15);
    old.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer("log.zip"));
    String getLog =
        "{\"log\":{\"remoteLocation\":\"ftp://x\"},\"logType\":\"DiagnosticsLog\",\"requestId\":12}";
    assertThat(old.status("GetLog", getLog)).isEqualTo("Accepted");
    assertThat(old.status("GetLog", getLog)).isEqualTo("Rejected");
    old.ask(
        DiagnosticsStatusNotification.FROM_CHARGER,
        new DiagnosticsStatusNotification.Request(DiagnosticsStatus.UPLOAD_FAILED));
    assertThat(old.sent)
        .extracting(s -> s.payload().toString())
        .containsExactly(
            "{\"status\":\"Uploading\",\"requestId\":12}",
            "{\"status\":\"UploadFailure\",\"requestId\":12}");
    assertThat(old.status("GetLog", getLog)).isEqualTo("Accepted");
  }

  @Test
  void withoutAFileThereIsNoLog() {
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer(null));
    assertThat(
            play.status(
                "GetLog",
                "{\"log\":{\"remoteLocation\":\"x\"},\"logType\":\"DiagnosticsLog\",\"requestId\":1}"))
        .isEqualTo("Rejected");
    assertThat(play.state.jobs().log()).isEmpty();
  }

  @Test
  void whatXmlCannotCarryDoesNotReachTheCharger() {
    play.status("DataTransfer", "{\"vendorId\":\"v\",\"data\":\"a\\u0000b\\uD800c\"}");
    assertThat(
            ((org.ocppbridge.mappings.model.DataTransfer.Request) play.asked.get(0).request())
                .data())
        .isEqualTo("abc");
  }

  @Test
  void timesOfTheCsmsMayHaveAnOffsetOrNone() {
    play.call("UpdateFirmware", "{\"location\":\"x\",\"retrieveDate\":\"2026-03-01T13:00:00\"}");
    var request =
        (org.ocppbridge.mappings.model.UpdateFirmware.Request) play.asked.get(0).request();
    assertThat(request.retrieveDate()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
  }
}
