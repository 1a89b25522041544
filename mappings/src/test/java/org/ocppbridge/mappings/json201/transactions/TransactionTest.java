package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.transactions.Session201.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.Commands;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ResetType;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Start, readings and stop as TransactionEvents. */
class TransactionTest {

  private Session201 s = new Session201(SoapVersion.V16);

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aSessionIsOneStartedSomeUpdatedOneEndedWithoutAGap(SoapVersion version) {
    s = new Session201(version);
    int id = s.start(1, "04AB12CD", "10").transactionId();
    s.later(60);
    s.meter(1, id, at(s.play.now, Say.sample("20.5")));
    s.later(60);
    s.stop(id, "04AB12CD", "30");

    assertThat(s.play.actions())
        .containsExactly(
            "StatusNotification", "TransactionEvent", "TransactionEvent", "TransactionEvent");
    assertThat(s.story())
        .containsExactly(
            "Started Authorized", "Updated MeterValuePeriodic", "Ended StopAuthorized");
    assertThat(s.events()).extracting(e -> e.path("seqNo").asInt()).containsExactly(0, 1, 2);
    assertThat(s.events())
        .extracting(e -> e.at("/transactionInfo/transactionId").asText())
        .allMatch(uuid -> uuid.equals(s.last().at("/transactionInfo/transactionId").asText()))
        .allMatch(uuid -> uuid.length() == 36);
    assertThat(s.events()).noneMatch(e -> e.has("offline"));
  }

  @Test
  void startedSaysWhereWhoAndWhatTheMeterShows() {
    s.start(2, "04AB12CD", "10");
    JsonNode started = s.last();
    assertThat(started.path("evse").toString()).isEqualTo("{\"id\":2,\"connectorId\":1}");
    assertThat(started.path("idToken").toString())
        .isEqualTo("{\"idToken\":\"04AB12CD\",\"type\":\"ISO14443\"}");
    assertThat(started.path("meterValue").toString())
        .isEqualTo(
            "[{\"timestamp\":\"2026-03-01T12:00:00Z\",\"sampledValue\":[{\"value\":10,"
                + "\"context\":\"Transaction.Begin\","
                + "\"measurand\":\"Energy.Active.Import.Register\",\"location\":\"Outlet\","
                + "\"unitOfMeasure\":{\"unit\":\"Wh\"}}]}]");
    assertThat(s.play.last("StatusNotification").toString())
        .isEqualTo(
            "{\"timestamp\":\"2026-03-01T12:00:00Z\",\"connectorStatus\":\"Occupied\","
                + "\"evseId\":2,\"connectorId\":1}");
  }

  @Test
  void occupiedIsNotToldTwice() {
    int id = s.start(1, "A", "10").transactionId();
    s.stop(id, "A", "20");
    s.later(100);
    s.start(1, "B", "20");
    assertThat(s.play.actions()).filteredOn("StatusNotification"::equals).hasSize(1);
  }

  @Test
  void endedSpansBeginDataAndEnd() {
    int id = s.start(1, "A", "10").transactionId();
    s.later(100);
    Instant between = s.play.now;
    s.later(100);
    s.stop(id, "30.25", List.of(at(between, Say.sample("20"))));
    assertThat(s.last().path("meterValue"))
        .extracting(v -> v.at("/sampledValue/0/value").asText())
        .containsExactly("10", "20", "30.25");
    assertThat(s.last().path("meterValue"))
        .extracting(v -> v.at("/sampledValue/0/context").asText())
        .containsExactly("Transaction.Begin", "Sample.Periodic", "Transaction.End");
  }

  @Test
  void whatIsWrittenWhileTheCsmsIsAwayIsMarkedOffline() {
    s.start(1, "A", "10");
    s.play.up = false;
    s.later(10);
    s.meter(1, null, at(s.play.now, Say.sample("20")));
    s.later(10);
    s.play.comesBack();
    s.later(10);
    s.meter(1, null, at(s.play.now, Say.sample("30")));
    assertThat(s.events())
        .extracting(e -> e.path("offline").asBoolean())
        .containsExactly(false, true, false);
  }

  @Test
  void whatTheChargerKeptItselfIsMarkedOffline() {
    Instant before = s.play.now.minusSeconds(400);
    s.play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "A", before, "10"));
    assertThat(s.last().path("offline").asBoolean()).isTrue();
  }

  @Test
  void aClockThatWasNeverSetIsNoReplay() {
    s.play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "A", Instant.EPOCH, "10"));
    assertThat(s.last().has("offline")).isFalse();
    assertThat(s.last().path("timestamp").asText()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void aConnectorsStatusIsToldAsChargingStateOnlyWhenItChanges() {
    s.status(1, ConnectorStatus.PREPARING);
    s.start(1, "A", "10");
    assertThat(s.last().at("/transactionInfo/chargingState").asText()).isEqualTo("SuspendedEVSE");
    s.status(1, ConnectorStatus.CHARGING);
    s.status(1, ConnectorStatus.CHARGING);
    s.status(1, ConnectorStatus.SUSPENDED_EV);
    s.status(1, ConnectorStatus.FAULTED);
    assertThat(s.story())
        .containsExactly(
            "Started Authorized",
            "Updated ChargingStateChanged",
            "Updated ChargingStateChanged",
            "Updated AbnormalCondition");
    assertThat(s.events())
        .extracting(e -> e.at("/transactionInfo/chargingState").asText())
        .containsExactly("SuspendedEVSE", "Charging", "SuspendedEV", "SuspendedEVSE");
  }

  @Test
  void aCablePulledOutAtTheCarIsIdleUntilItIsBack() {
    s.start(1, "A", "10");
    s.status(
        new StatusNotification.Request(
            1,
            ErrorCode.NO_ERROR,
            "EV side Disconnected",
            ConnectorStatus.SUSPENDED_EV,
            s.play.now,
            null,
            null));
    s.status(1, ConnectorStatus.CHARGING);
    assertThat(s.story())
        .containsExactly(
            "Started Authorized",
            "Updated EVCommunicationLost",
            "Updated CablePluggedIn",
            "Updated ChargingStateChanged");
    assertThat(s.events())
        .extracting(e -> e.at("/transactionInfo/chargingState").asText())
        .containsExactly("SuspendedEVSE", "Idle", "EVConnected", "Charging");
  }

  @Test
  void aStartOnABusyConnectorEndsWhatRan() {
    s.start(1, "A", "10");
    s.later(100);
    s.meter(1, null, at(s.play.now, Say.sample("20")));
    s.later(100);
    s.start(1, "B", "25");
    assertThat(s.story())
        .containsExactly(
            "Started Authorized",
            "Updated MeterValuePeriodic",
            "Ended AbnormalCondition",
            "Started Authorized");
    JsonNode ended = s.events().get(2);
    assertThat(ended.at("/transactionInfo/stoppedReason").asText()).isEqualTo("Other");
    assertThat(ended.at("/meterValue/1/sampledValue/0/value").asInt()).isEqualTo(25);
  }

  @Test
  void aConnectorThatIsAvailableEndsItsTransactionAfterAMinute() {
    int id = s.start(1, "A", "10").transactionId();
    s.later(100);
    s.meter(1, id, at(s.play.now, Say.sample("20")));
    s.status(1, ConnectorStatus.AVAILABLE);
    s.play.passes(Duration.ofSeconds(59));
    assertThat(s.story()).last().isEqualTo("Updated EVCommunicationLost");
    s.play.passes(Duration.ofSeconds(1));
    assertThat(s.story()).last().isEqualTo("Ended AbnormalCondition");
    assertThat(s.last().at("/meterValue/1/sampledValue/0/value").asInt()).isEqualTo(20);
    s.stop(id, "A", "22");
    s.stop(id, "A", "22");
    assertThat(s.story()).last().isEqualTo("Ended AbnormalCondition");
    assertThat(s.play.actions()).filteredOn("MeterValues"::equals).hasSize(1);
    assertThat(s.play.last("MeterValues").at("/meterValue/0/sampledValue/0/value").asInt())
        .isEqualTo(22);
  }

  @Test
  void afterABootAMissingStopIsALossOfPower() {
    s.start(1, "A", "10");
    s.later(100);
    BootNotification.Request boot = Say.boot("Model");
    s.play.state = s.play.state.apply(List.of(new RegistrationChange.Booted(boot, s.play.now)));
    s.status(1, ConnectorStatus.AVAILABLE);
    s.play.passes(Duration.ofSeconds(60));
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("PowerLoss");
  }

  @Test
  void aStopThatComesInTimeEndsTheTransactionItself() {
    int id = s.start(1, "A", "10").transactionId();
    s.status(1, ConnectorStatus.AVAILABLE);
    s.later(30);
    s.stop(id, "30", StopReason.EV_DISCONNECTED);
    s.play.passes(Duration.ofSeconds(60));
    assertThat(s.story())
        .containsExactly(
            "Started Authorized", "Updated EVCommunicationLost", "Ended EVCommunicationLost");
    assertThat(s.last().at("/transactionInfo/chargingState").asText()).isEqualTo("Idle");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aResetExplainsOnlyTheEndOfWhatRanThen(SoapVersion version) {
    s = new Session201(version);
    int before = s.start(1, "A", "10").transactionId();
    s.later(10);
    s.play.state =
        s.play.state.apply(
            List.of(
                new CommandChange.ResetPending(
                    Optional.of(new Commands.PendingReset(ResetType.HARD, s.play.now, false)))));
    s.later(1);
    s.stop(before, "A", "20");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("ResetCommand");

    s.later(60);
    int after = s.start(1, "A", "20").transactionId();
    s.later(60);
    s.stop(after, "A", "30");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("StopAuthorized");
  }

  @Test
  void aLateRefusalStopsTheTransaction() {
    s.play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    s.play.up = false;
    int id = s.start(1, "A", "10").transactionId();
    s.play.csms("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"NoCredit\"}}");
    s.play.comesBack();
    assertThat(s.play.asked)
        .singleElement()
        .extracting(Play.Asked::request)
        .isEqualTo(new RemoteStopTransaction.Request(id));
    s.stop(id, "30", StopReason.REMOTE);
    assertThat(s.story()).last().isEqualTo("Ended Deauthorized");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("DeAuthorized");
    assertThat(s.last().has("idToken")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aRefusalInTimeIsToldAndEnforcedAfterAWhile(SoapVersion version) {
    s = new Session201(version);
    s.play.csms("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Invalid\"}}");
    StartTransaction.Answer answer = s.start(1, "A", "10");
    assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.INVALID);
    assertThat(answer.transactionId()).isPositive();
    s.play.passes(Duration.ofSeconds(30));
    assertThat(s.play.asked).hasSize(1);
  }

  @Test
  void aTokenForOtherEvsesIsBlockedHere() {
    s.play.csms("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Accepted\",\"evseId\":[2,3]}}");
    assertThat(s.start(1, "A", "10").idTagInfo().status()).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(s.start(2, "A", "10").idTagInfo().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
  }

  @Test
  void theSameInputLeadsToTheSameIdAndAnotherToAnother() {
    s.start(1, "A", "10");
    String first = s.last().at("/transactionInfo/transactionId").asText();
    Session201 other = new Session201(SoapVersion.V16);
    other.start(1, "A", "10");
    assertThat(other.last().at("/transactionInfo/transactionId").asText()).isEqualTo(first);
    other.start(2, "A", "10");
    assertThat(other.last().at("/transactionInfo/transactionId").asText()).isNotEqualTo(first);
  }
}
