package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** BootNotification, Heartbeat, and what a charger may do before the CSMS accepts it. */
class RegistrationTest {

  private static BootNotification.Answer boot(Play play) {
    return play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
  }

  @Test
  void aBootIsForwardedAndAnsweredWithTheTimeOfTheCsms() {
    Play play = new Play(SoapVersion.V15);
    BootNotification.Answer answer = boot(play);
    assertThat(answer.status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(answer.interval()).isEqualTo(120);
    assertThat(answer.currentTime()).isEqualTo("2026-03-01T12:00:05Z");
    assertThat(play.last("BootNotification").path("chargePointModel").asText()).isEqualTo("M1");
  }

  @Test
  void theIntervalOfAnAcceptedChargerIsHeldBetweenItsLimits() {
    Play play = new Play(SoapVersion.V16);
    play.csms("BootNotification", Play.boot("Accepted", 86400));
    assertThat(boot(play).interval()).isEqualTo(300);
    play.later(Duration.ofMinutes(1));
    play.csms("BootNotification", Play.boot("Accepted", 1));
    assertThat(boot(play).interval()).isEqualTo(10);
    play.later(Duration.ofMinutes(1));
    play.csms("BootNotification", Play.boot("Accepted", 0));
    assertThat(boot(play).interval()).isEqualTo(300);
  }

  @Test
  void theSameBootWithinThirtySecondsIsARepetition() {
    Play play = new Play(SoapVersion.V16);
    boot(play);
    play.later(Duration.ofSeconds(29));
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(play.actions()).containsOnlyOnce("BootNotification");
    play.later(Duration.ofSeconds(2));
    boot(play);
    assertThat(play.actions()).hasSize(2);
  }

  @Test
  void insideTheIntervalOfAPendingChargerTheLastAnswerIsGivenWithTheTimeThatIsLeft() {
    Play play = new Play(SoapVersion.V16);
    play.csms("BootNotification", Play.boot("Pending", 100));
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.PENDING);
    play.later(Duration.ofSeconds(40));
    BootNotification.Answer again = play.ask(BootNotification.FROM_CHARGER, Say.boot("other"));
    assertThat(again.status()).isEqualTo(RegistrationStatus.PENDING);
    assertThat(again.interval()).isEqualTo(60);
    assertThat(play.actions()).hasSize(1);
    play.later(Duration.ofSeconds(61));
    boot(play);
    assertThat(play.actions()).hasSize(2);
  }

  @Test
  void olderVersionsHaveNoPendingAndHearRejected() {
    Play play = new Play(SoapVersion.V12);
    play.csms("BootNotification", Play.boot("Pending", 0));
    BootNotification.Answer answer = boot(play);
    assertThat(answer.status()).isEqualTo(RegistrationStatus.REJECTED);
    assertThat(answer.interval()).isEqualTo(60);
  }

  @Test
  void theBridgeTriesAgainByItselfAndHandsALateAcceptanceOutWithoutAskingAgain() {
    Play play = new Play(SoapVersion.V15);
    play.csms("BootNotification", Play.boot("Rejected", 30));
    boot(play);
    play.csms("BootNotification", Play.boot("Accepted", 60));
    play.passes(Duration.ofSeconds(31));
    assertThat(play.actions()).containsExactly("BootNotification", "BootNotification");
    assertThat(play.state.wakeUps()).isEmpty();
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(play.actions()).hasSize(2);
  }

  @Test
  void aChargerThatWasNeverAcceptedIsRejectedWhileTheCsmsIsAwayAndItsBootGoesFirst() {
    Play play = new Play(SoapVersion.V16);
    play.up = false;
    BootNotification.Answer answer = boot(play);
    assertThat(answer.status()).isEqualTo(RegistrationStatus.REJECTED);
    assertThat(answer.interval()).isEqualTo(60);
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"));
    play.comesBack();
    play.catchUp();
    assertThat(play.actions())
        .containsExactly("BootNotification", "StatusNotification", "StartTransaction");
    assertThat(play.state.registration().owed()).isFalse();
    assertThat(boot(play).status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(play.actions()).hasSize(3);
  }

  @Test
  void aBootThatTheCsmsLeavesUnansweredIsSentAgainAfterAMinute() {
    Play play = new Play(SoapVersion.V16);
    play.csmsIsSilent("BootNotification");
    boot(play);
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    assertThat(play.actions()).containsExactly("BootNotification");
    play.csms("BootNotification", Play.boot("Accepted", 60));
    play.passes(Duration.ofSeconds(61));
    play.catchUp();
    assertThat(play.actions())
        .containsExactly("BootNotification", "BootNotification", "StatusNotification");
  }

  @Test
  void anUnansweredBootDoesNotHoldUpAChargerThatWasAcceptedBefore() {
    Play play = Play.accepted(SoapVersion.V16);
    play.later(Duration.ofMinutes(10));
    play.csmsIsSilent("BootNotification");
    boot(play);
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"));
    assertThat(play.actions()).containsExactly("BootNotification", "StartTransaction");
  }

  @Test
  void anAcceptedChargerGoesOnWhileTheCsmsIsAway() {
    Play play = Play.accepted(SoapVersion.V16);
    play.later(Duration.ofHours(1));
    play.up = false;
    BootNotification.Answer answer = boot(play);
    assertThat(answer.status()).isEqualTo(RegistrationStatus.ACCEPTED);
    assertThat(answer.interval()).isEqualTo(120);
    assertThat(answer.currentTime()).isEqualTo(play.now);
  }

  @Test
  void nothingButBootsLeavesForAPendingChargerUnlessTheCsmsTriggeredIt() {
    Play play = new Play(SoapVersion.V15);
    play.csms("BootNotification", Play.boot("Pending", 300));
    boot(play);
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"));
    assertThat(play.actions()).containsExactly("BootNotification");
    assertThat(play.outbox).hasSize(1);
    assertThat(play.status("TriggerMessage", "{\"requestedMessage\":\"StatusNotification\"}"))
        .isEqualTo("Accepted");
    assertThat(play.actions()).containsExactly("BootNotification", "StatusNotification");
  }

  @Test
  void aRejectedChargerGivesTheCsmsNoAnswer() {
    Play play = new Play(SoapVersion.V16);
    play.csms("BootNotification", Play.boot("Rejected", 300));
    boot(play);
    assertThat(play.call("ClearCache", "{}")).isInstanceOf(CsmsAnswer.Silence.class);
  }

  @Test
  void aChargerThatNeverBootedIsAnnouncedBeforeAllElse() {
    Play play = new Play(SoapVersion.V16);
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    assertThat(play.actions()).isEmpty();
    play.comesBack();
    assertThat(play.actions()).containsExactly("BootNotification", "StatusNotification");
    assertThat(play.last("BootNotification").path("chargePointVendor").asText())
        .isEqualTo("Unknown");
  }

  @Test
  void heartbeatsAreForwardedAtMostEveryTenSeconds() {
    Play play = Play.accepted(SoapVersion.V12);
    assertThat(beat(play)).isEqualTo("2026-03-01T12:00:07Z");
    play.later(Duration.ofSeconds(9));
    assertThat(beat(play)).isEqualTo(play.now.toString());
    play.later(Duration.ofSeconds(1));
    beat(play);
    assertThat(play.actions()).containsExactly("Heartbeat", "Heartbeat");
    play.up = false;
    play.later(Duration.ofSeconds(60));
    assertThat(beat(play)).isEqualTo(play.now.toString());
  }

  private static String beat(Play play) {
    return play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request()).currentTime().toString();
  }

  @Test
  void noAssumedBootIsSentIfTheSettingHasNone() {
    Play play = new Play(SoapVersion.V16);
    var p = play.policy;
    play.policy =
        new org.ocppbridge.mappings.Policy(
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
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    play.comesBack();
    assertThat(play.actions()).containsExactly("StatusNotification");
  }
}
