package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.answer;
import static org.ocppbridge.mappings.json201.Stations.charges;
import static org.ocppbridge.mappings.json201.Stations.key;
import static org.ocppbridge.mappings.json201.Stations.note;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Jobs;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json201.base.WaitingReset;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.DiagnosticsStatus;
import org.ocppbridge.mappings.model.FirmwareStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Reset in all its cases. */
class ResetTest {

  private static final String ON_IDLE = "{\"type\":\"OnIdle\"}";
  private static final String IMMEDIATE = "{\"type\":\"Immediate\"}";
  private static final Duration BOOT = Duration.ofSeconds(300);

  private static Play station(SoapVersion version) {
    Play play = accepted(version);
    play.charger(Reset.FROM_CSMS, new Reset.Answer(ResetStatus.ACCEPTED));
    play.charger(
        ChangeAvailability.FROM_CSMS, new ChangeAvailability.Answer(AvailabilityStatus.SCHEDULED));
    return play;
  }

  /** What the charger was asked, in short. */
  private static List<String> asked(Play play) {
    List<String> asked =
        play.asked.stream()
            .map(
                a ->
                    switch (a.request()) {
                      case Reset.Request(ResetType type) -> type.wire();
                      case ChangeAvailability.Request c -> c.connectorId() + " " + c.type().wire();
                      default -> a.operation().name();
                    })
            .toList();
    play.asked.clear();
    return asked;
  }

  private static void ends(Play play, int id) {
    note(play, new TransactionChange.Ended(id, play.now));
    WaitingReset.lookSoon(play.view()).forEach(change -> note(play, change));
  }

  @ParameterizedTest
  @CsvSource({
    "V12, OnIdle, Soft",
    "V15, OnIdle, Soft",
    "V16, OnIdle, Soft",
    "V12, Immediate, Hard",
    "V15, Immediate, Hard",
    "V16, Immediate, Hard",
  })
  void anIdleStationIsResetAtOnce(SoapVersion version, String type, String soap) {
    Play play = station(version);
    assertThat(answer(play, "Reset", "{\"type\":\"" + type + "\"}")).isEqualTo("Accepted");
    assertThat(asked(play)).containsExactly(soap);
    assertThat(play.state.commands().reset().orElseThrow().onIdle())
        .isEqualTo(type.equals("OnIdle"));
  }

  @ParameterizedTest
  @CsvSource({"V12, Hard", "V15, Hard", "V16, Soft"})
  void anImmediateResetEndsTransactionsProperlyWhereItCan(SoapVersion version, String soap) {
    Play play = station(version);
    charges(play, 101, 1);
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Accepted");
    assertThat(asked(play)).containsExactly(soap);
  }

  @Test
  void aSixteenThatRefusesSoftIsAskedForHard() {
    Play play = station(SoapVersion.V16);
    charges(play, 101, 1);
    play.chargerAnswers(
        Reset.FROM_CSMS,
        request ->
            new Reset.Answer(
                request.type() == ResetType.SOFT ? ResetStatus.REJECTED : ResetStatus.ACCEPTED));
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Accepted");
    assertThat(asked(play)).containsExactly("Soft", "Hard");
    play.chargerFails(Reset.FROM_CSMS, Why.SILENT);
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Rejected InternalError");
    assertThat(asked(play)).containsExactly("Soft");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"type\":\"OnIdle\",\"evseId\":1}", "{\"type\":\"Immediate\",\"evseId\":2}"})
  void anEvseAloneIsNotReset(String payload) {
    for (SoapVersion version : SoapVersion.values()) {
      Play play = station(version);
      assertThat(answer(play, "Reset", payload)).isEqualTo("Rejected UnsupportedRequest");
      charges(play, 101, 1);
      assertThat(answer(play, "Reset", payload)).isEqualTo("Rejected UnsupportedRequest");
      assertThat(play.asked).isEmpty();
    }
  }

  @Test
  void nothingIsResetWhileFirmwareIsInstalled() {
    Play play = station(SoapVersion.V16);
    note(
        play,
        new CommandChange.FirmwareJob(
            new Jobs.Firmware(Optional.of(1), Optional.of(FirmwareStatus.INSTALLING), play.now)));
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Rejected FwUpdateInProgress");
    assertThat(answer(play, "Reset", ON_IDLE)).isEqualTo("Rejected FwUpdateInProgress");
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aResetOnIdleWaitsForTheLastTransaction(SoapVersion version) {
    Play play = station(version);
    charges(play, 101, 1);
    charges(play, 102, 2);
    assertThat(answer(play, "Reset", ON_IDLE)).isEqualTo("Scheduled");
    assertThat(play.asked).isEmpty();
    assertThat(answer(play, "Reset", ON_IDLE)).isEqualTo("Scheduled");
    play.passes(Duration.ZERO);
    assertThat(asked(play)).containsExactly("0 Inoperative");
    ends(play, 101);
    play.passes(Duration.ofMinutes(5));
    assertThat(asked(play)).isEmpty();
    ends(play, 102);
    play.passes(Duration.ZERO);
    assertThat(asked(play)).containsExactly("0 Operative", "Soft");
    assertThat(play.state.commands().reset().orElseThrow().onIdle()).isTrue();
    assertThat(play.state.station().orders().idleReset()).isEmpty();
  }

  @Test
  void aResetThatNobodyIsRemindedOfComesAllTheSame() {
    Play play = station(SoapVersion.V15);
    charges(play, 101, 1);
    play.call("Reset", ON_IDLE);
    play.passes(Duration.ZERO);
    note(play, new TransactionChange.Orphaned(101, play.now));
    play.passes(IdleReset.LOOK_EVERY);
    assertThat(asked(play)).containsExactly("0 Inoperative", "0 Operative", "Soft");
  }

  @Test
  void whatTheCsmsClosedStaysClosedWhenAResetWasWaitedFor() {
    Play play = station(SoapVersion.V16);
    charges(play, 101, 1);
    play.call("Reset", ON_IDLE);
    play.passes(Duration.ZERO);
    play.call("ChangeAvailability", "{\"operationalStatus\":\"Inoperative\"}");
    play.asked.clear();
    ends(play, 101);
    play.passes(Duration.ZERO);
    assertThat(asked(play)).containsExactly("Soft");
  }

  @Test
  void anUploadIsWaitedFor() {
    Play play = station(SoapVersion.V16);
    Jobs.Log job = new Jobs.Log(Optional.of(1), Optional.of(DiagnosticsStatus.UPLOADING), play.now);
    note(play, new CommandChange.LogJob(job));
    assertThat(answer(play, "Reset", ON_IDLE)).isEqualTo("Scheduled");
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Accepted");
    assertThat(play.state.station().orders().idleReset()).isEmpty();
  }

  @Test
  void aReservationIsWaitedForAndNotEndedByClosingItsConnector() {
    Play play = station(SoapVersion.V16);
    note(
        play,
        new CommandChange.Reserved(
            new ReserveNow.Request(1, play.now.plusSeconds(600), "TAG", null, 5)));
    assertThat(answer(play, "Reset", ON_IDLE)).isEqualTo("Scheduled");
    play.passes(Duration.ZERO);
    assertThat(asked(play)).containsExactly("2 Inoperative");
    play.passes(Duration.ofSeconds(601));
    assertThat(asked(play)).containsExactly("2 Operative", "Soft");
  }

  @Test
  void anImmediateResetGivesBackWhatWasHeld() {
    Play play = station(SoapVersion.V15);
    charges(play, 101, 1);
    play.call("Reset", ON_IDLE);
    play.passes(Duration.ZERO);
    play.asked.clear();
    assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Accepted");
    assertThat(asked(play)).containsExactly("0 Operative", "Hard");
    ends(play, 101);
    play.passes(Duration.ofMinutes(1));
    assertThat(asked(play)).isEmpty();
  }

  @Test
  void aResetWithoutBootIsRepeatedAndThenTold() {
    Play play = station(SoapVersion.V16);
    key(play, "ResetRetries", "2");
    play.call("Reset", IMMEDIATE);
    assertThat(asked(play)).containsExactly("Hard");
    play.passes(BOOT);
    assertThat(asked(play)).containsExactly("Hard");
    play.passes(BOOT);
    assertThat(asked(play)).containsExactly("Hard");
    assertThat(play.actions()).isEmpty();
    play.passes(BOOT);
    assertThat(play.actions()).containsExactly("NotifyEvent");
    var event = play.last("NotifyEvent").path("eventData").path(0);
    assertThat(event.path("techCode").asText()).isEqualTo("ResetFailure");
    assertThat(event.path("component").path("name").asText()).isEqualTo("Controller");
    assertThat(play.asked).isEmpty();
    play.passes(BOOT);
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aChargerThatBootsIsNotResetAgain() {
    Play play = station(SoapVersion.V12);
    play.call("Reset", IMMEDIATE);
    play.later(Duration.ofSeconds(40));
    note(play, new RegistrationChange.Booted(Say.boot("Model"), play.now));
    play.asked.clear();
    play.passes(BOOT);
    assertThat(play.asked).isEmpty();
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aChargerThatRefusesTheResetItWaitedForIsAskedAgainAndThenTold() {
    Play play = station(SoapVersion.V15);
    play.charger(Reset.FROM_CSMS, new Reset.Answer(ResetStatus.REJECTED));
    charges(play, 101, 1);
    play.call("Reset", ON_IDLE);
    play.passes(Duration.ZERO);
    ends(play, 101);
    play.passes(Duration.ZERO);
    play.passes(Duration.ofSeconds(60));
    assertThat(asked(play)).containsExactly("0 Inoperative", "0 Operative", "Soft", "Soft");
    assertThat(play.actions()).containsExactly("NotifyEvent");
    assertThat(play.state.station().orders().idleReset()).isEmpty();
    assertThat(play.state.commands().reset()).isEmpty();
  }

  @Test
  void beforeSixteenFirmwareIsInstalledAsSoonAsItIsThere() {
    for (SoapVersion version : List.of(SoapVersion.V12, SoapVersion.V15)) {
      Play play = station(version);
      Optional<FirmwareStatus> downloaded = Optional.of(FirmwareStatus.DOWNLOADED);
      note(
          play,
          new CommandChange.FirmwareJob(new Jobs.Firmware(Optional.of(3), downloaded, play.now)));
      assertThat(answer(play, "Reset", IMMEDIATE)).isEqualTo("Rejected FwUpdateInProgress");
      assertThat(asked(play)).isEmpty();
    }
  }
}
