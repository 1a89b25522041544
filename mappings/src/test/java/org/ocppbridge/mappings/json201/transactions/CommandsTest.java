package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocppbridge.mappings.json201.transactions.Session201.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Authorisation, and what the CSMS asks of transactions. */
class CommandsTest {

  private static final String LONG = "0123456789abcdef0123456789ABCDEF";

  private Session201 s = new Session201(SoapVersion.V16);

  @BeforeEach
  void theChargerAgrees() {
    agrees(RemoteStartStopStatus.ACCEPTED);
  }

  private void agrees(RemoteStartStopStatus status) {
    s.play.charger(RemoteStartTransaction.FROM_CSMS, new RemoteStartTransaction.Answer(status));
    s.play.charger(RemoteStopTransaction.FROM_CSMS, new RemoteStopTransaction.Answer(status));
  }

  private static String request(String token, String type, String more) {
    return "{\"remoteStartId\":77,\"idToken\":{\"idToken\":\"%s\",\"type\":\"%s\"}%s}"
        .formatted(token, type, more);
  }

  private JsonNode remoteStart(String json) {
    return ((CsmsAnswer.Result) s.play.call("RequestStartTransaction", json)).payload();
  }

  private AuthorizationStatus authorize(String idTag) {
    return s.play.ask(Authorize.FROM_CHARGER, Say.authorize(idTag)).idTagInfo().status();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aRemoteStartIsNamedByItsTransaction(SoapVersion version) {
    s = new Session201(version);
    agrees(RemoteStartStopStatus.ACCEPTED);
    assertThat(remoteStart(request("A", "Central", "")).toString())
        .isEqualTo("{\"status\":\"Accepted\"}");
    assertThat(authorize("A")).isEqualTo(AuthorizationStatus.ACCEPTED);
    assertThat(s.play.actions()).doesNotContain("Authorize");
    s.start(1, "a", "10");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("RemoteStart");
    assertThat(s.last().at("/transactionInfo/remoteStartId").asInt()).isEqualTo(77);
    assertThat(s.last().path("idToken").toString())
        .isEqualTo("{\"idToken\":\"A\",\"type\":\"Central\"}");
    s.later(100);
    s.stop(-1, "A", "20");
    s.start(1, "A", "20");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("Authorized");
  }

  @Test
  void aLongTokenGetsAnAliasAndComesBackAsItWas() {
    remoteStart(request(LONG, "eMAID", ""));
    RemoteStartTransaction.Request asked =
        (RemoteStartTransaction.Request) s.play.asked.getFirst().request();
    assertThat(asked.idTag()).hasSize(20).startsWith("X");
    s.start(1, asked.idTag(), "10");
    assertThat(s.last().path("idToken").toString())
        .isEqualTo("{\"idToken\":\"%s\",\"type\":\"eMAID\"}".formatted(LONG));
  }

  @Test
  void aTokenThatStandsForNobodyHasAnIdTag() {
    remoteStart(request("", "NoAuthorization", ""));
    RemoteStartTransaction.Request asked =
        (RemoteStartTransaction.Request) s.play.asked.getFirst().request();
    assertThat(asked.idTag()).isNotBlank();
    assertThat(authorize(asked.idTag())).isEqualTo(AuthorizationStatus.ACCEPTED);
    s.start(1, asked.idTag(), "10");
    assertThat(s.last().path("idToken").toString())
        .isEqualTo("{\"idToken\":\"\",\"type\":\"NoAuthorization\"}");
    assertThat(s.play.actions()).doesNotContain("Authorize");
  }

  @Test
  void aRemoteStartIsRefusedWithTheReason() {
    assertThat(remoteStart(request("A", "Local", ",\"evseId\":0")).toString())
        .contains("Rejected", "UnknownEvse");
    assertThat(remoteStart(request("A", "Local", ",\"evseId\":9")).toString())
        .contains("Rejected", "UnknownEvse");
    s.status(1, ConnectorStatus.FAULTED);
    assertThat(remoteStart(request("A", "Local", ",\"evseId\":1")).path("status").asText())
        .isEqualTo("Rejected");
    s.status(1, ConnectorStatus.AVAILABLE);
    s.start(1, "B", "10");
    assertThat(remoteStart(request("A", "Local", ",\"evseId\":1")).toString())
        .contains("Rejected", "TxInProgress");
    pending();
    assertThat(remoteStart(request("A", "Local", "")).toString())
        .contains("Rejected", "CSNotAccepted");
    assertThat(s.play.asked).isEmpty();
  }

  private void pending() {
    s.play.state =
        s.play.state.apply(
            List.of(new RegistrationChange.Answered(RegistrationStatus.PENDING, 300, s.play.now)));
  }

  @Test
  void aRemoteStartThatTheChargerRefusesLeavesNothing() {
    agrees(RemoteStartStopStatus.REJECTED);
    assertThat(remoteStart(request("A", "Local", "")).path("status").asText())
        .isEqualTo("Rejected");
    assertThat(s.play.state.commands().remoteStarts()).isEmpty();
  }

  @Test
  void anUnreachableChargerIsAnInternalError() {
    s.play.chargerFails(RemoteStartTransaction.FROM_CSMS, Why.UNREACHABLE);
    assertThat(remoteStart(request("A", "Local", "")).toString())
        .contains("Rejected", "InternalError");
    assertThat(s.play.state.commands().remoteStarts()).isEmpty();
  }

  @Test
  void aTokenThatIsTooLongOrOfNoTypeBreaksTheContract() {
    String start = "RequestStartTransaction";
    assertThat(s.play.error(start, request("x".repeat(37), "Local", "")))
        .isEqualTo("PropertyConstraintViolation");
    assertThat(s.play.error(start, request("A", "Card", "")))
        .isEqualTo("PropertyConstraintViolation");
    assertThat(s.play.error(start, "{\"remoteStartId\":77}"))
        .isEqualTo("OccurrenceConstraintViolation");
  }

  @Test
  void onlyARunningTransactionCanBeStopped() {
    String stop = "RequestStopTransaction";
    assertThat(s.play.call(stop, "{\"transactionId\":\"x\"}").toString())
        .contains("Rejected", "TxNotFound");
    int id = s.start(1, "A", "10").transactionId();
    String json =
        "{\"transactionId\":\"%s\"}"
            .formatted(s.last().at("/transactionInfo/transactionId").asText());
    agrees(RemoteStartStopStatus.REJECTED);
    assertThat(s.play.status(stop, json)).isEqualTo("Rejected");
    s.stop(id, "A", "20");
    assertThat(s.story()).last().isEqualTo("Ended StopAuthorized");
    assertThat(s.play.call(stop, json).toString()).contains("TxNotFound");
  }

  @Test
  void theStateOfATransactionIsTold() {
    String ask = "GetTransactionStatus";
    int id = s.start(1, "A", "10").transactionId();
    String json =
        "{\"transactionId\":\"%s\"}"
            .formatted(s.last().at("/transactionInfo/transactionId").asText());
    assertThat(s.play.call(ask, json).toString())
        .contains("\"ongoingIndicator\":true", "\"messagesInQueue\":false");
    s.play.up = false;
    s.stop(id, "A", "20");
    assertThat(s.play.call(ask, json).toString())
        .contains("\"ongoingIndicator\":false", "\"messagesInQueue\":true");
    assertThat(s.play.call(ask, "{}").toString()).contains("{\"messagesInQueue\":true}");
    assertThat(s.play.call(ask, "{\"transactionId\":\"x\"}").toString())
        .contains("\"ongoingIndicator\":false", "\"messagesInQueue\":false");
  }

  @Test
  void aCardThatCanOnlyMeanTheEndOfItsTransactionIsNotAskedAbout() {
    s.start(1, "A", "10");
    assertThat(authorize("a")).isEqualTo(AuthorizationStatus.ACCEPTED);
    assertThat(s.play.actions()).doesNotContain("Authorize");
    s.status(2, ConnectorStatus.AVAILABLE);
    assertThat(authorize("A")).isEqualTo(AuthorizationStatus.ACCEPTED);
    assertThat(s.play.actions()).contains("Authorize");
  }

  @Test
  void whatTheCsmsSaidHoldsWhileItIsAway() {
    s.play.csms("Authorize", "{\"idTokenInfo\":{\"status\":\"Blocked\"}}");
    authorize("A");
    s.play.csms("Authorize", "{\"idTokenInfo\":{\"status\":\"Accepted\"}}");
    authorize("B");
    s.play.csmsRefuses("Authorize");
    assertThat(authorize("A")).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(authorize("b")).isEqualTo(AuthorizationStatus.ACCEPTED);
    assertThatThrownBy(() -> authorize("C")).isInstanceOf(BridgeFault.Undecided.class);
  }

  @Test
  void aMasterPassStopsAllAndStartsNothing() {
    s.play.state =
        s.play.state.apply(List.of(new ModelChange.OwnSet("AuthCtrlr.MasterPassGroupId", "M")));
    int first = s.start(1, "A", "10").transactionId();
    s.start(2, "B", "10");
    s.play.csms(
        "Authorize",
        "{\"idTokenInfo\":{\"status\":\"Accepted\","
            + "\"groupIdToken\":{\"idToken\":\"m\",\"type\":\"Central\"}}}");
    assertThat(authorize("BOSS")).isEqualTo(AuthorizationStatus.INVALID);
    s.play.passes(Duration.ZERO);
    assertThat(s.play.asked)
        .extracting(Play.Asked::operation)
        .containsExactly(RemoteStopTransaction.FROM_CSMS, RemoteStopTransaction.FROM_CSMS);
    s.stop(first, null, "20");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("MasterPass");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("StopAuthorized");
    assertThat(s.last().at("/idToken/idToken").asText()).isEqualTo("BOSS");
  }

  @Test
  void triggeredReadingsGoOutsideTheTransaction() {
    s.start(1, "A", "10");
    s.play.state =
        s.play.state.apply(
            List.of(
                new CommandChange.Triggered(
                    "MeterValues", java.util.Optional.of(s.play.now.plusSeconds(15)))));
    SampledValue triggered =
        new SampledValue("12", ReadingContext.TRIGGER, null, null, null, null, null);
    s.meter(1, null, at(s.play.now, triggered));
    assertThat(s.story()).containsExactly("Started Authorized");
    assertThat(s.play.last("MeterValues").path("evseId").asInt()).isEqualTo(1);
  }

  @Test
  void readingsOfTheMainMeterAndOfNoTransactionGoOutside() {
    s.start(1, "A", "10");
    s.meter(0, null, at(s.play.now, Say.sample("12")));
    assertThat(s.play.last("MeterValues").path("evseId").asInt()).isZero();
    s.meter(2, null, at(s.play.now, Say.sample("12")));
    assertThat(s.play.last("MeterValues").path("evseId").asInt()).isEqualTo(2);
    assertThat(s.events()).hasSize(1);
  }

  @Test
  void aCableThatComesBehindTheCardIsWhatStarts() {
    authorize("A");
    s.later(5);
    s.status(1, ConnectorStatus.PREPARING);
    s.start(1, "A", "10");
    assertThat(s.story()).containsExactly("Started CablePluggedIn");
  }

  @Test
  void aSecondRemoteStartThatIsRefusedLeavesTheFirstWaiting() {
    agrees(RemoteStartStopStatus.ACCEPTED);
    remoteStart(request("A", "Central", ""));
    agrees(RemoteStartStopStatus.REJECTED);
    assertThat(remoteStart(request("A", "Central", "")).path("status").asText())
        .isEqualTo("Rejected");
    s.start(1, "A", "10");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("RemoteStart");
  }

  @Test
  void anEvseReservedForAnotherTokenIsNotStarted() {
    ReserveNow.Request reservation =
        new ReserveNow.Request(1, s.play.now.plusSeconds(600), "OTHER", "FLEET", 5);
    s.play.state = new CommandChange.Reserved(reservation).applyTo(s.play.state);
    String evse = ",\"evseId\":1";
    String fleet = ",\"groupIdToken\":{\"idToken\":\"fleet\",\"type\":\"Central\"}";
    assertThat(remoteStart(request("A", "Central", evse)).path("status").asText())
        .isEqualTo("Rejected");
    assertThat(s.play.asked).isEmpty();
    assertThat(remoteStart(request("other", "Central", evse)).path("status").asText())
        .isEqualTo("Accepted");
    assertThat(remoteStart(request("A", "Central", evse + fleet)).path("status").asText())
        .isEqualTo("Accepted");
  }
}
