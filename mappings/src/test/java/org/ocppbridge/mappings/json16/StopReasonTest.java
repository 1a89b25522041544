package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Why a transaction of a 1.2 or 1.5 charger ended, told from what happened before. */
class StopReasonTest {

  private Play play = Play.accepted(SoapVersion.V15);

  private int start() {
    return play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"))
        .transactionId();
  }

  private String stop(int id, String idTag) {
    play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, idTag, play.now, "30"));
    return play.last("StopTransaction").path("reason").asText("absent");
  }

  @Test
  void withAnIdTagItWasLocalWhichNeedsNoWord() {
    assertThat(stop(start(), "TAG")).isEqualTo("absent");
  }

  @Test
  void withoutAnythingItIsOther() {
    assertThat(stop(start(), null)).isEqualTo("Other");
  }

  @Test
  void afterAnAcceptedRemoteStopItIsRemote() {
    play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    int id = start();
    assertThat(play.status("RemoteStopTransaction", "{\"transactionId\":7001}"))
        .isEqualTo("Accepted");
    assertThat(stop(id, "TAG")).isEqualTo("Remote");
  }

  @Test
  void aRefusedRemoteStopExplainsNothing() {
    play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.REJECTED));
    int id = start();
    play.status("RemoteStopTransaction", "{\"transactionId\":7001}");
    assertThat(stop(id, "TAG")).isEqualTo("absent");
  }

  @Test
  void aResetExplainsAStopForFiveMinutes() {
    play.charger(Reset.FROM_CSMS, new Reset.Answer(ResetStatus.ACCEPTED));
    int id = start();
    play.status("Reset", "{\"type\":\"Hard\"}");
    assertThat(stop(id, null)).isEqualTo("HardReset");
    play.later(Duration.ofMinutes(6));
    assertThat(stop(start(), "TAG")).isEqualTo("absent");
  }

  @Test
  void anUnlockedConnectorExplainsIt() {
    play.charger(UnlockConnector.FROM_CSMS, new UnlockConnector.Answer(UnlockStatus.UNLOCKED));
    int id = start();
    play.status("UnlockConnector", "{\"connectorId\":1}");
    assertThat(stop(id, null)).isEqualTo("UnlockCommand");
  }

  @Test
  void aFaultExplainsIt() {
    int id = start();
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.FAULTED));
    assertThat(stop(id, "TAG")).isEqualTo("Other");
  }

  @Test
  void whatA16ChargerSaysIsTheTruth() {
    play = Play.accepted(SoapVersion.V16);
    int id = start();
    play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, play.now, "30", StopReason.EMERGENCY_STOP));
    assertThat(play.last("StopTransaction").path("reason").asText()).isEqualTo("EmergencyStop");
  }
}
