package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.transactions.Session201.at;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.play.Say;

/** Transactions whose stop never comes (MR D8). */
class OrphansTest {

  private final Session201 s = new Session201(SoapVersion.V16);

  private void boots(Commands.PendingReset reset) {
    s.play.state =
        s.play.state.apply(List.of(new CommandChange.ResetPending(Optional.ofNullable(reset))));
    s.play.ask(BootNotification.FROM_CHARGER, Say.boot("Model"));
  }

  private void registered() {
    s.play.state =
        s.play.state.apply(
            List.of(
                new RegistrationChange.Booted(
                    Say.boot("Other"), s.play.now.minus(Duration.ofMinutes(2))),
                new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, 300, s.play.now)));
  }

  @Test
  void aBootAfterAResetEndsWhatRanAfterAMinute() {
    registered();
    s.start(1, "A", "10");
    s.later(30);
    boots(new Commands.PendingReset(ResetType.HARD, s.play.now, false));
    s.play.passes(Duration.ofSeconds(59));
    assertThat(s.story()).containsExactly("Started Authorized");
    s.play.passes(Duration.ofSeconds(1));
    assertThat(s.story()).last().isEqualTo("Ended AbnormalCondition");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("PowerLoss");
  }

  @Test
  void aTransactionThatGoesOnAfterTheBootIsLeftAlone() {
    registered();
    int id = s.start(1, "A", "10").transactionId();
    s.later(30);
    boots(new Commands.PendingReset(ResetType.SOFT, s.play.now, false));
    s.later(10);
    s.meter(1, id, at(s.play.now, Say.sample("20")));
    s.play.passes(Duration.ofMinutes(10));
    assertThat(s.story()).containsExactly("Started Authorized", "Updated MeterValuePeriodic");
  }

  @Test
  void aBootThatProvesNoRestartEndsNothing() {
    registered();
    s.start(1, "A", "10");
    s.later(30);
    boots(null);
    assertThat(s.play.last("BootNotification").path("reason").asText()).isEqualTo("Unknown");
    s.play.passes(Duration.ofMinutes(10));
    assertThat(s.story()).containsExactly("Started Authorized");
  }

  @Test
  void aChargerBackFromSilenceHasFiveMinutesToTellWhatItKept() {
    registered();
    s.start(1, "A", "10");
    s.later(3600);
    boots(null);
    assertThat(s.play.last("BootNotification").path("reason").asText()).isEqualTo("PowerUp");
    s.play.passes(Duration.ofSeconds(299));
    assertThat(s.story()).containsExactly("Started Authorized");
    s.play.passes(Duration.ofSeconds(1));
    assertThat(s.story()).last().isEqualTo("Ended AbnormalCondition");
  }

  @Test
  void thirtyDaysOfSilenceEndATransaction() {
    s.start(1, "A", "10");
    s.play.passes(Duration.ofDays(29));
    assertThat(s.story()).containsExactly("Started Authorized");
    s.play.passes(Duration.ofDays(1));
    assertThat(s.story()).containsExactly("Started Authorized", "Ended AbnormalCondition");
  }

  @Test
  void aTransactionOfAChargerThatIsHeardLastsAsLongAsItLasts() {
    s.start(1, "A", "10");
    for (int day = 0; day < 90; day += 5) {
      s.play.passes(Duration.ofDays(5));
      s.play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    }
    assertThat(s.story()).containsExactly("Started Authorized");
    s.play.passes(Duration.ofDays(30));
    assertThat(s.story()).last().isEqualTo("Ended AbnormalCondition");
  }

  @Test
  void whatHasEndedIsNotWatchedAnyLonger() {
    int id = s.start(1, "A", "10").transactionId();
    s.stop(id, "A", "20");
    assertThat(s.play.state.wakeUps()).isEmpty();
  }
}
