package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopReason;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/**
 * What other translators get wrong about tokens, transactions and readings. Each known mistake has
 * a test, here or where the table says.
 *
 * <table>
 * <caption>Mistakes and their tests</caption>
 * <tr><th>Mistake</th><th>Test</th></tr>
 * <tr><td>rejected starts share the number −1</td>
 *     <td>{@link #rejectedStartsHaveNumbersOfTheirOwn}</td></tr>
 * <tr><td>a retried start gets another id</td>
 *     <td>{@link #aRepeatedStartGetsTheSameNumberAndIsNotToldAgain}</td></tr>
 * <tr><td>multiplier 1 for plain Wh</td><td>{@link MeterMistakesTest#aMultiplierIsNeverSent}</td></tr>
 * <tr><td>a measurand that does not exist</td><td>{@link MeterMistakesTest#theMeasurandIsOneOf201}</td></tr>
 * <tr><td>the server's clock instead of the charger's</td>
 *     <td>{@link MeterMistakesTest#theChargersTimeIsKept}, StationMistakesTest</td></tr>
 * <tr><td>a difference told as a register</td>
 *     <td>{@link MeterMistakesTest#theEndIsTheRegisterNotTheDifference}</td></tr>
 * <tr><td>every token is ISO14443, or told by 4 and 7 characters</td>
 *     <td>{@link #theTypeOfATokenIsToldFromItsForm}</td></tr>
 * <tr><td>signed values are an error</td>
 *     <td>{@link MeterMistakesTest#signedValuesAreCarriedWithTheirNumber},
 *     {@link MeterMistakesTest#aSignedValueAtTheEndTakesTheMeterStop}</td></tr>
 * <tr><td>transactions in memory, one way</td><td>
 *     CommandsTest.onlyARunningTransactionCanBeStopped; the adapter's CsmsAwayTest and StoreContract
 *     </td></tr>
 * <tr><td>an unknown unit is Wh</td><td>{@link MeterMistakesTest#aMissingUnitIsThatOfTheMeasurandNotWh}</td></tr>
 * <tr><td>an EVSE has one connector</td><td>StationMistakesTest</td></tr>
 * <tr><td>reports and security messages throw</td><td>StationMistakesTest</td></tr>
 * <tr><td>random, perhaps negative remoteStartId</td>
 *     <td>CommandsTest.aRemoteStartIsNamedByItsTransaction</td></tr>
 * <tr><td>Occupied is Charging; Pending is the end</td><td>StationMistakesTest</td></tr>
 * <tr><td>a repeated stop with another time is another stop</td>
 *     <td>{@link #aRepeatedStopWithAnotherTimeIsNotToldAgain}</td></tr>
 * <tr><td>NoCredit, ConcurrentTx and others throw</td>
 *     <td>{@link #everyVerdictHasAWordInSoap}</td></tr>
 * <tr><td>a stop with idTag and without reason is Remote</td>
 *     <td>{@link #aStopWithAnIdTagAndWithoutAReasonIsLocal}</td></tr>
 * <tr><td>Reboot, EVDisconnected, UnlockCommand mapped wrongly</td>
 *     <td>{@link #everyStopReasonHasItsReasonAndItsTrigger}</td></tr>
 * <tr><td>keys of the wrong leg, or left as legacy keys</td>
 *     <td>StandardKeysTest, OwnedByTheBridgeTest</td></tr>
 * <tr><td>Reset Soft is OnIdle</td>
 *     <td>ResetTest.aResetOnIdleWaitsForTheLastTransaction</td></tr>
 * <tr><td>UnlockConnector ends a transaction</td>
 *     <td>StationCommandsTest.unlockingIsRefusedWithoutAskingTheCharger</td></tr>
 * <tr><td>a batch of readings in one Updated</td>
 *     <td>{@link MeterMistakesTest#aBatchIsOneUpdatedForEachTimeAndReason}</td></tr>
 * <tr><td>an idToken in an end that the CSMS asked for</td>
 *     <td>{@link #noIdTokenComesWithAnEndThatTheCsmsAskedFor}</td></tr>
 * <tr><td>a stop with −1 loses its transaction</td>
 *     <td>{@link #aStopWithANumberNobodyGaveOutEndsTheOnlyTransaction}</td></tr>
 * <tr><td>faults are connector statuses and no events</td><td>StationMistakesTest</td></tr>
 * </table>
 */
class MistakesOfOthersTest {

  private Session201 s = new Session201(SoapVersion.V16);

  // Starts

  @Test
  void rejectedStartsHaveNumbersOfTheirOwn() {
    s.play.csms("TransactionEvent", "{\"idTokenInfo\":{\"status\":\"Invalid\"}}");
    Set<Integer> numbers = new HashSet<>();
    for (int connector = 1; connector <= 3; connector++) {
      numbers.add(s.start(connector, "A", "10").transactionId());
    }
    assertThat(numbers).hasSize(3).allMatch(n -> n > 0);
    assertThat(s.events())
        .extracting(e -> e.at("/transactionInfo/transactionId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void aRepeatedStartGetsTheSameNumberAndIsNotToldAgain() {
    StartTransaction.Request request = Say.start(1, "A", s.play.now, "10");
    StartTransaction.Answer first = s.play.ask(StartTransaction.FROM_CHARGER, request);
    assertThat(s.play.ask(StartTransaction.FROM_CHARGER, request)).isEqualTo(first);
    assertThat(s.events()).hasSize(1);
  }

  @Test
  void aRepeatedStopWithAnotherTimeIsNotToldAgain() {
    int id = s.start(1, "A", "10").transactionId();
    s.stop(id, "A", "20");
    s.later(3600);
    s.stop(id, "A", "21");
    assertThat(s.story()).containsExactly("Started Authorized", "Ended StopAuthorized");
  }

  // Tokens

  @ParameterizedTest
  @CsvSource({
    "04AB12CD, ISO14443",
    "04AB12CD112233, ISO14443",
    "ABCDEF12345678, ISO14443",
    "ABCDEF1234567890, ISO15693",
    "04AB12CD112233445566, ISO14443",
    "DEABCC00000001X, eMAID",
    "04AB12CD11223344, ISO15693",
    "DE-ABC-C00000001-X, eMAID",
    "card, ISO14443",
    "1234567, ISO14443"
  })
  void theTypeOfATokenIsToldFromItsForm(String idTag, String type) {
    s.start(1, idTag, "10");
    assertThat(s.last().at("/idToken/type").asText()).isEqualTo(type);
    assertThat(s.last().at("/idToken/idToken").asText()).isEqualTo(idTag);
  }

  @ParameterizedTest
  @CsvSource({
    "Accepted, ACCEPTED",
    "Blocked, BLOCKED",
    "ConcurrentTx, CONCURRENT_TX",
    "Expired, EXPIRED",
    "Invalid, INVALID",
    "Unknown, INVALID",
    "NoCredit, BLOCKED",
    "NotAllowedTypeEVSE, BLOCKED",
    "NotAtThisLocation, BLOCKED",
    "NotAtThisTime, BLOCKED"
  })
  void everyVerdictHasAWordInSoap(String said, AuthorizationStatus told) {
    s.play.csms("Authorize", "{\"idTokenInfo\":{\"status\":\"%s\"}}".formatted(said));
    assertThat(s.play.ask(Authorize.FROM_CHARGER, Say.authorize("A")).idTagInfo().status())
        .isEqualTo(told);
  }

  // Stops

  @ParameterizedTest
  @CsvSource({
    "DE_AUTHORIZED, DeAuthorized, Deauthorized",
    "EMERGENCY_STOP, EmergencyStop, AbnormalCondition",
    "EV_DISCONNECTED, EVDisconnected, EVCommunicationLost",
    "HARD_RESET, ImmediateReset, ResetCommand",
    "SOFT_RESET, ImmediateReset, ResetCommand",
    "LOCAL, Local, StopAuthorized",
    ", Local, StopAuthorized",
    "OTHER, Other, ChargingStateChanged",
    "POWER_LOSS, PowerLoss, AbnormalCondition",
    "REBOOT, Reboot, AbnormalCondition",
    "REMOTE, Remote, RemoteStop",
    "UNLOCK_COMMAND, Other, UnlockCommand"
  })
  void everyStopReasonHasItsReasonAndItsTrigger(StopReason said, String stopped, String trigger) {
    int id = s.start(1, "A", "10").transactionId();
    s.stop(id, "20", said);
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo(stopped);
    assertThat(s.last().path("triggerReason").asText()).isEqualTo(trigger);
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aStopWithAnIdTagAndWithoutAReasonIsLocal(SoapVersion version) {
    s = new Session201(version);
    int id = s.start(1, "A", "10").transactionId();
    s.stop(id, "A", "20");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("Local");
    assertThat(s.last().at("/idToken/idToken").asText()).isEqualTo("A");
  }

  @Test
  void aFaultedConnectorExplainsAStopWithoutReason() {
    s = new Session201(SoapVersion.V15);
    int id = s.start(1, "A", "10").transactionId();
    s.status(
        Say.status(
            1, ConnectorStatus.FAULTED, org.ocppbridge.mappings.model.ErrorCode.GROUND_FAILURE));
    s.stop(id, null, "20");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("GroundFault");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("AbnormalCondition");
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void noIdTokenComesWithAnEndThatTheCsmsAskedFor(SoapVersion version) {
    s = new Session201(version);
    s.play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    int id = s.start(1, "A", "10").transactionId();
    String uuid = s.last().at("/transactionInfo/transactionId").asText();
    assertThat(
            s.play.status("RequestStopTransaction", "{\"transactionId\":\"%s\"}".formatted(uuid)))
        .isEqualTo("Accepted");
    assertThat(s.play.asked)
        .extracting(Play.Asked::request)
        .containsExactly(new RemoteStopTransaction.Request(id));
    s.stop(id, "A", "20");
    assertThat(s.story()).last().isEqualTo("Ended RemoteStop");
    assertThat(s.last().at("/transactionInfo/stoppedReason").asText()).isEqualTo("Remote");
    assertThat(s.last().has("idToken")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4711})
  void aStopWithANumberNobodyGaveOutEndsTheOnlyTransaction(int number) {
    s.start(1, "A", "10");
    s.stop(number, "A", "20");
    assertThat(s.story()).containsExactly("Started Authorized", "Ended StopAuthorized");
  }

  @Test
  void aStopOfNothingIsAnsweredAndReportedButIsNoEvent() {
    s.stop(-1, "A", "20");
    assertThat(s.play.actions()).containsExactly("SecurityEventNotification");
    assertThat(s.play.undeliverable).hasSize(1);
  }
}
