package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.all;
import static org.ocppbridge.mappings.json201.station.Sessions.fresh;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** BootNotification: why, what the CSMS may say, and what follows. */
class BootTest {

  private static final Duration LATER = Duration.ofSeconds(40);

  private static BootNotification.Answer boot(Play play) {
    return play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
  }

  private static BootNotification.Request firmware(String version) {
    return new BootNotification.Request("V", "M1", null, null, version, null, null, null, null);
  }

  private static String reason(Play play) {
    return play.last("BootNotification").path("reason").asText();
  }

  private static List<String> securityEvents(Play play) {
    return all(play, "SecurityEventNotification").stream()
        .map(p -> p.path("type").asText())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyFieldHasItsPlaceAndLongOnesAreCut(SoapVersion version) {
    Play play = fresh(version);
    play.ask(
        BootNotification.FROM_CHARGER,
        new BootNotification.Request(
            "V".repeat(60), "M".repeat(30), " ", "BOX", "F1", "ICC", "", "meter", "m1"));
    ObjectNode payload = play.last("BootNotification");
    JsonNode station = payload.path("chargingStation");
    assertThat(station.path("vendorName").asText()).hasSize(50);
    assertThat(station.path("model").asText()).hasSize(20);
    assertThat(station.path("serialNumber").asText()).isEqualTo("BOX");
    assertThat(station.path("firmwareVersion").asText()).isEqualTo("F1");
    assertThat(station.path("modem").path("iccid").asText()).isEqualTo("ICC");
    assertThat(station.path("modem").has("imsi")).isFalse();
    assertThat(play.losses)
        .extracting(loss -> loss.kind().name())
        .containsExactlyInAnyOrder("DROPPED", "DROPPED", "SYNTHESISED", "CHANGED", "CHANGED");
  }

  @Test
  void theFirstBootIsAPowerUpAndAnotherSoonAfterIsUnknown() {
    Play play = fresh(SoapVersion.V15);
    boot(play);
    assertThat(reason(play)).isEqualTo("PowerUp");
    play.later(LATER);
    play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    play.later(LATER);
    boot(play);
    assertThat(reason(play)).isEqualTo("Unknown");
  }

  @Test
  void aBootAfterSilenceOfMoreThanTwoIntervalsIsAPowerUp() {
    Play play = fresh(SoapVersion.V16);
    boot(play);
    says(play, 1, ConnectorStatus.AVAILABLE);
    play.later(Duration.ofSeconds(241));
    boot(play);
    assertThat(reason(play)).isEqualTo("PowerUp");
  }

  @ParameterizedTest
  @CsvSource({"false, RemoteReset", "true, ScheduledReset"})
  void aBootAfterAResetSaysSo(boolean onIdle, String wanted) {
    Play play = fresh(SoapVersion.V12);
    boot(play);
    play.later(LATER);
    play.state =
        play.state.apply(
            List.of(
                new CommandChange.ResetPending(
                    Optional.of(new Commands.PendingReset(ResetType.HARD, play.now, onIdle)))));
    play.sent.clear();
    boot(play);
    assertThat(reason(play)).isEqualTo(wanted);
    assertThat(securityEvents(play)).containsExactly("ResetOrReboot");
    assertThat(play.state.commands().reset()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FirmwareStatus.class,
      names = {"DOWNLOADED", "INSTALLING", "INSTALLED"})
  void aBootAfterAnInstallationSaysSoOnce(FirmwareStatus status) {
    Play play = fresh(SoapVersion.V16);
    boot(play);
    play.later(LATER);
    play.state =
        play.state.apply(
            List.of(
                new CommandChange.FirmwareJob(
                    new Jobs.Firmware(Optional.of(1), Optional.of(status), play.now))));
    play.later(LATER);
    boot(play);
    assertThat(reason(play)).isEqualTo("FirmwareUpdate");
    play.later(LATER);
    boot(play);
    assertThat(reason(play)).isEqualTo("Unknown");
  }

  @Test
  void anotherFirmwareVersionIsAnUpdate() {
    Play play = fresh(SoapVersion.V15);
    play.ask(BootNotification.FROM_CHARGER, firmware("1.0"));
    play.later(LATER);
    play.ask(BootNotification.FROM_CHARGER, firmware("1.1"));
    assertThat(reason(play)).isEqualTo("FirmwareUpdate");
  }

  @ParameterizedTest
  @CsvSource({"V12, REJECTED", "V15, REJECTED", "V16, PENDING"})
  void pendingIsSaidInTheWordsOfTheVersion(SoapVersion version, RegistrationStatus told) {
    Play play = fresh(version);
    play.csms("BootNotification", Play.boot("Pending", 0));
    assertThat(boot(play).status()).isEqualTo(told);
    assertThat(boot(play).interval()).isEqualTo(60);
    assertThat(play.actions()).containsExactly("BootNotification");
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V12", "V15"})
  void aGatedChargerIsToldAcceptedWhileTheCsmsSaysPending(SoapVersion version) {
    Play play =
        Sessions.with(
            fresh(version),
            p -> new Policy201(p.topology(), p.tokenType(), true, p.staleAfter(), p.sampleAge()));
    play.csms("BootNotification", Play.boot("Pending", 100));
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(play.state.registration().is(RegistrationStatus.PENDING)).isTrue();
  }

  @Test
  void aGatedChargerAuthorisesNobodyIfNoTransactionMayBeginBeforeAcceptance() {
    Play play =
        Sessions.with(
            fresh(SoapVersion.V15),
            p -> new Policy201(p.topology(), p.tokenType(), true, p.staleAfter(), p.sampleAge()));
    play.csms("BootNotification", Play.boot("Pending", 300));
    boot(play);
    play.state =
        play.state.apply(
            List.of(new ModelChange.OwnSet("TxCtrlr.TxBeforeAcceptedEnabled", "false")));
    assertThat(play.ask(Authorize.FROM_CHARGER, Say.authorize("A")).idTagInfo().status())
        .isEqualTo(AuthorizationStatus.INVALID);
    assertThat(play.actions()).doesNotContain("Authorize");
  }

  @Test
  void withoutABootToComeNothingIsHeldForEver() {
    Play play = fresh(SoapVersion.V16);
    Policy p = play.policy;
    play.policy =
        new Policy(
            p.timezone(),
            p.authorizeUnknown(),
            p.startUnknown(),
            p.heartbeatMin(),
            p.heartbeatMax(),
            p.waits(),
            p.tokenLifetime(),
            Optional.empty(),
            p.link(),
            p.spellCelcius(),
            p.acceptUnverifiedSigned(),
            p.ocpp201());
    play.comesBack();
    Sessions.says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(play.actions()).containsExactly("StatusNotification");
  }

  @Test
  void theCsmsIsServedWhilePendingAndRefusedWhileRejected() {
    Play play = fresh(SoapVersion.V15);
    play.csms("BootNotification", Play.boot("Pending", 300));
    boot(play);
    assertThat(play.status("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}"))
        .isEqualTo("Accepted");
    assertThat(play.actions()).containsExactly("BootNotification", "Heartbeat");
    Play other = fresh(SoapVersion.V15);
    other.csms("BootNotification", Play.boot("Rejected", 300));
    boot(other);
    assertThat(other.error("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}"))
        .isEqualTo("SecurityError");
  }

  @Test
  void theBridgeRepeatsTheBootWithItsReasonAndHandsTheAcceptanceOutWithoutAskingAgain() {
    Play play = fresh(SoapVersion.V12);
    play.csms("BootNotification", Play.boot("Rejected", 30));
    boot(play);
    assertThat(securityEvents(play)).isEmpty();
    play.csms("BootNotification", Play.boot("Accepted", 60));
    play.passes(Duration.ofSeconds(31));
    assertThat(reason(play)).isEqualTo("PowerUp");
    assertThat(securityEvents(play)).containsExactly("StartupOfTheDevice");
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(all(play, "BootNotification")).hasSize(2);
  }

  @Test
  void aBootInsideTheIntervalGetsTheTimeThatIsLeft() {
    Play play = fresh(SoapVersion.V16);
    play.csms("BootNotification", Play.boot("Pending", 100));
    boot(play);
    play.later(LATER);
    assertThat(play.ask(BootNotification.FROM_CHARGER, Say.boot("other")).interval()).isEqualTo(60);
    assertThat(play.actions()).hasSize(1);
  }

  @Test
  void aBootWhileTheCsmsIsAwayGoesFirstAndIsAnnouncedOnceItIsAccepted() {
    Play play = fresh(SoapVersion.V16);
    play.up = false;
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.REJECTED);
    says(play, 1, ConnectorStatus.AVAILABLE);
    play.comesBack();
    assertThat(play.actions())
        .startsWith("BootNotification")
        .containsOnlyOnce("SecurityEventNotification")
        .contains("StatusNotification");
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
  }

  @Test
  void aChargerThatNeverBootedIsAnnouncedWithoutReasonAndWithoutSecurityEvent() {
    Play play = fresh(SoapVersion.V12);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(play.actions()).isEmpty();
    play.comesBack();
    assertThat(play.actions()).containsExactly("BootNotification", "StatusNotification");
    assertThat(reason(play)).isEqualTo("Unknown");
  }

  @Test
  void connectorsNotReportedInTenSecondsAreToldByTheBridge() {
    Play play = fresh(SoapVersion.V15);
    boot(play);
    says(play, 1, ConnectorStatus.AVAILABLE);
    says(play, 2, ConnectorStatus.OCCUPIED);
    play.later(Duration.ofMinutes(10));
    boot(play);
    play.sent.clear();
    says(play, 2, ConnectorStatus.OCCUPIED);
    play.passes(Duration.ofSeconds(10));
    assertThat(all(play, "StatusNotification"))
        .extracting(p -> p.path("evseId").asInt() + p.path("connectorStatus").asText())
        .containsExactly("2Occupied", "1Available");
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aConnectorNobodyEverHeardOfIsUnavailable() {
    Play play = fresh(SoapVersion.V12);
    boot(play);
    play.passes(Duration.ofSeconds(10));
    assertThat(play.last("StatusNotification").path("connectorStatus").asText())
        .isEqualTo("Unavailable");
  }

  @Test
  void afterALongAbsenceEveryConnectorIsToldAgain() {
    Play play = Sessions.accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.AVAILABLE);
    says(play, 2, ConnectorStatus.CHARGING);
    play.sent.clear();
    play.comesBack();
    assertThat(play.actions()).containsExactly("StatusNotification", "StatusNotification");
  }
}
