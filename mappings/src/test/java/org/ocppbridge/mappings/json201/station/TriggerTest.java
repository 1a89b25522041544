package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.all;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.MessageTrigger;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.TriggerMessageStatus;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** TriggerMessage: by the charger, or by the bridge in its place. */
class TriggerTest {

  private static final String STATUS_OF_1 =
      "{\"requestedMessage\":\"StatusNotification\",\"evse\":{\"id\":1,\"connectorId\":1}}";

  private static String trigger(Play play, String message) {
    return play.status("TriggerMessage", "{\"requestedMessage\":\"" + message + "\"}");
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V12", "V15"})
  void theBridgeSpeaksForChargersWithoutTriggers(SoapVersion version) {
    Play play = accepted(version);
    assertThat(play.status("TriggerMessage", STATUS_OF_1)).isEqualTo("Rejected");
    says(play, 1, ConnectorStatus.OCCUPIED);
    play.later(Duration.ofMinutes(5));
    play.sent.clear();
    assertThat(play.status("TriggerMessage", STATUS_OF_1)).isEqualTo("Accepted");
    assertThat(play.last("StatusNotification").path("timestamp").asText())
        .isEqualTo(play.now.toString());
    assertThat(trigger(play, "Heartbeat")).isEqualTo("Accepted");
    assertThat(trigger(play, "LogStatusNotification")).isEqualTo("Accepted");
    assertThat(trigger(play, "FirmwareStatusNotification")).isEqualTo("Accepted");
    assertThat(play.actions())
        .containsExactly(
            "StatusNotification",
            "Heartbeat",
            "LogStatusNotification",
            "FirmwareStatusNotification");
    assertThat(play.last("LogStatusNotification").path("status").asText()).isEqualTo("Idle");
    assertThat(play.last("FirmwareStatusNotification").path("status").asText()).isEqualTo("Idle");
    assertThat(play.asked).isEmpty();
  }

  @Test
  void a16ChargerIsAskedAndItsStatusIsToldThoughUnchanged() {
    Play play = accepted(SoapVersion.V16);
    play.charger(
        TriggerMessage.FROM_CSMS, new TriggerMessage.Answer(TriggerMessageStatus.ACCEPTED));
    says(play, 1, ConnectorStatus.AVAILABLE);
    says(play, 2, ConnectorStatus.AVAILABLE);
    play.sent.clear();
    assertThat(play.status("TriggerMessage", STATUS_OF_1)).isEqualTo("Accepted");
    assertThat(play.asked.getLast().request())
        .isEqualTo(new TriggerMessage.Request(MessageTrigger.STATUS_NOTIFICATION, 1));
    says(play, 2, ConnectorStatus.AVAILABLE);
    says(play, 1, ConnectorStatus.AVAILABLE);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(all(play, "StatusNotification"))
        .singleElement()
        .matches(p -> p.path("evseId").asInt() == 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = TriggerMessageStatus.class,
      names = {"REJECTED", "NOT_IMPLEMENTED"})
  void aHeartbeatIsSentEvenIfTheChargerRefuses(TriggerMessageStatus status) {
    Play play = accepted(SoapVersion.V16);
    play.charger(TriggerMessage.FROM_CSMS, new TriggerMessage.Answer(status));
    assertThat(trigger(play, "Heartbeat")).isEqualTo("Accepted");
    assertThat(play.actions()).containsExactly("Heartbeat");
  }

  @Test
  void noHeartbeatIsInventedForASilentCharger() {
    Play play = accepted(SoapVersion.V16);
    play.chargerFails(TriggerMessage.FROM_CSMS, Why.UNREACHABLE);
    assertThat(trigger(play, "Heartbeat")).isEqualTo("Rejected");
    assertThat(play.sent).isEmpty();
  }

  @Test
  void a16ChargerWithoutTriggersIsNotAskedAgain() {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.AVAILABLE);
    play.chargerFails(TriggerMessage.FROM_CSMS, Why.NOT_SUPPORTED);
    assertThat(play.status("TriggerMessage", STATUS_OF_1)).isEqualTo("Accepted");
    assertThat(play.status("TriggerMessage", STATUS_OF_1)).isEqualTo("Accepted");
    assertThat(play.asked).hasSize(1);
    assertThat(all(play, "StatusNotification")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requestedMessage\":\"StatusNotification\"}",
        "{\"requestedMessage\":\"StatusNotification\",\"evse\":{\"id\":1}}",
        "{\"requestedMessage\":\"StatusNotification\",\"evse\":{\"id\":9,\"connectorId\":1}}",
        "{\"requestedMessage\":\"MeterValues\",\"evse\":{\"id\":9}}",
        "{\"requestedMessage\":\"TransactionEvent\"}",
        "{\"requestedMessage\":\"SignChargingStationCertificate\"}",
        "{\"requestedMessage\":\"BootNotification\"}"
      })
  void whatCannotBeToldIsRejected(String json) {
    for (SoapVersion version : SoapVersion.values()) {
      Play play = accepted(version);
      says(play, 1, ConnectorStatus.AVAILABLE);
      assertThat(play.status("TriggerMessage", json)).isEqualTo("Rejected");
      assertThat(play.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SignV2GCertificate",
        "SignCombinedCertificate",
        "PublishFirmwareStatusNotification"
      })
  void whatNoSoapChargerHasIsNotImplemented(String message) {
    assertThat(trigger(accepted(SoapVersion.V16), message)).isEqualTo("NotImplemented");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aBootIsSentWhileTheCsmsHasNotAccepted(SoapVersion version) {
    Play play = Sessions.fresh(version);
    play.csms("BootNotification", Play.boot("Pending", 600));
    play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
    play.csms("BootNotification", Play.boot("Accepted", 60));
    assertThat(trigger(play, "BootNotification")).isEqualTo("Accepted");
    play.passes(Duration.ofSeconds(1));
    assertThat(all(play, "BootNotification"))
        .extracting(p -> p.path("reason").asText())
        .containsExactly("PowerUp", "Triggered");
    assertThat(all(play, "SecurityEventNotification")).hasSize(1);
    assertThat(trigger(play, "BootNotification")).isEqualTo("Rejected");
  }

  @Test
  void aTriggeredStatusLeavesAPendingCharger() {
    Play play = Sessions.fresh(SoapVersion.V16);
    play.csms("BootNotification", Play.boot("Pending", 600));
    play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(play.actions()).containsExactly("BootNotification");
    play.charger(
        TriggerMessage.FROM_CSMS, new TriggerMessage.Answer(TriggerMessageStatus.ACCEPTED));
    play.call("TriggerMessage", STATUS_OF_1);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(play.actions()).containsExactly("BootNotification", "StatusNotification");
  }

  private static Play metered(SoapVersion version) {
    Play play = accepted(version);
    play.csms("TransactionEvent", "{}");
    says(play, 1, ConnectorStatus.OCCUPIED);
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, null, play.now, "1234"));
    play.sent.clear();
    return play;
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V12", "V15"})
  void theLastReadingsAnswerATriggerUntilTheyAreTooOld(SoapVersion version) {
    Play play = metered(version);
    assertThat(trigger(play, "MeterValues")).isEqualTo("Accepted");
    assertThat(play.last("MeterValues").path("evseId").asInt()).isEqualTo(1);
    assertThat(
            play.last("MeterValues")
                .path("meterValue")
                .path(0)
                .path("sampledValue")
                .path(0)
                .path("context")
                .asText())
        .isEqualTo("Trigger");
    play.later(Duration.ofSeconds(901));
    assertThat(trigger(play, "MeterValues")).isEqualTo("Rejected");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyOpenTransactionIsToldAfterTheAnswer(SoapVersion version) {
    Play play = metered(version);
    play.charger(
        TriggerMessage.FROM_CSMS, new TriggerMessage.Answer(TriggerMessageStatus.REJECTED));
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "1234"));
    play.sent.clear();
    assertThat(trigger(play, "TransactionEvent")).isEqualTo("Accepted");
    assertThat(play.sent).isEmpty();
    play.passes(Duration.ofSeconds(1));
    ObjectNode event = play.last("TransactionEvent");
    assertThat(event.path("eventType").asText()).isEqualTo("Updated");
    assertThat(event.path("triggerReason").asText()).isEqualTo("Trigger");
    assertThat(event.path("seqNo").asInt()).isEqualTo(1);
    assertThat(event.path("transactionInfo").has("chargingState")).isTrue();
    assertThat(event.has("meterValue")).isTrue();
  }
}
