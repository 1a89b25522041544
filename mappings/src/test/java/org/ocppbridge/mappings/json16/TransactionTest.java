package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Start, meter values and stop: numbers, repetitions, refusals. */
class TransactionTest {

  private Play play = Play.accepted(SoapVersion.V16);

  private StartTransaction.Answer start(int connector, String idTag, String meter) {
    return play.ask(StartTransaction.FROM_CHARGER, Say.start(connector, idTag, play.now, meter));
  }

  private StopTransaction.Answer stop(int id, String idTag, String meter) {
    return play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, idTag, play.now, meter));
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void theChargerGetsTheBridgesNumberAndTheCsmsItsOwn(SoapVersion version) {
    play = Play.accepted(version);
    int id = start(1, "TAG", "10").transactionId();
    assertThat(id).isEqualTo(101);
    play.later(Duration.ofMinutes(1));
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, id, play.now, "20"));
    stop(id, "TAG", "30");
    assertThat(play.actions())
        .containsExactly("StartTransaction", "MeterValues", "StopTransaction");
    assertThat(play.last("MeterValues").path("transactionId").asInt()).isEqualTo(7001);
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7001);
    assertThat(start(1, "TAG", "30").transactionId()).isEqualTo(102);
  }

  @Test
  void whatIsWrittenWhileTheCsmsIsAwayGetsItsNumberWhenItIsSent() {
    play.up = false;
    StartTransaction.Answer started = start(1, "TAG", "10");
    assertThat(started.idTagInfo().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, started.transactionId(), play.now, "20"));
    stop(started.transactionId(), null, "30");
    play.comesBack();
    assertThat(play.actions())
        .containsExactly("StartTransaction", "MeterValues", "StopTransaction");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7001);
  }

  @Test
  void behindAStartThatTheCsmsRefusedForGoodTheRestGoesWithMinusOne() {
    play.csmsRefuses("StartTransaction");
    int id = start(1, "TAG", "10").transactionId();
    assertThat(play.state.transactions().find(id).orElseThrow().startParked()).isTrue();
    stop(id, "TAG", "30");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(-1);
  }

  @Test
  void aRepeatedStartGetsTheSameAnswerEvenAfterTheEnd() {
    StartTransaction.Request request = Say.start(1, "TAG", play.now, "10");
    StartTransaction.Answer first = play.ask(StartTransaction.FROM_CHARGER, request);
    assertThat(play.ask(StartTransaction.FROM_CHARGER, request)).isEqualTo(first);
    stop(first.transactionId(), "TAG", "30");
    play.later(Duration.ofDays(2));
    assertThat(play.ask(StartTransaction.FROM_CHARGER, request)).isEqualTo(first);
    assertThat(play.actions()).containsExactly("StartTransaction", "StopTransaction");
  }

  @Test
  void aRepetitionWithACorrectedClockIsOneWhileTheTransactionIsOpen() {
    int first = start(1, "TAG", "10").transactionId();
    play.later(Duration.ofSeconds(59));
    assertThat(start(1, "tag", "10").transactionId()).isEqualTo(first);
    stop(first, "TAG", "10");
    assertThat(start(1, "TAG", "10").transactionId()).isNotEqualTo(first);
  }

  @Test
  void aRepeatedStopGetsTheStoredAnswerWhateverItsTime() {
    int id = start(1, "TAG", "10").transactionId();
    StopTransaction.Answer first = stop(id, "TAG", "30");
    assertThat(first.idTagInfo().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
    play.later(Duration.ofHours(1));
    assertThat(stop(id, "TAG", "31")).isEqualTo(first);
    assertThat(play.actions()).containsExactly("StartTransaction", "StopTransaction");
  }

  @Test
  void aStopWithANumberNobodyGaveOutMeansTheOnlyOpenTransaction() {
    int id = start(1, "TAG", "10").transactionId();
    stop(-1, "OTHER", "30");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7001);
    assertThat(play.state.transactions().find(id).orElseThrow().open()).isFalse();
  }

  @Test
  void ofSeveralOpenTransactionsTheOneWithTheSameIdTagIsMeant() {
    start(1, "A", "10");
    start(2, "B", "10");
    stop(0, "b", "30");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7002);
  }

  @Test
  void ofSeveralWithTheSameIdTagTheOneWhoseNumberWasNeverUsedIsMeant() {
    int first = start(1, "A", "10").transactionId();
    start(2, "A", "10");
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, first, play.now, "20"));
    stop(555, "A", "30");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7002);
  }

  @Test
  void aStopThatCannotBeMatchedIsAnsweredKeptAndNotSent() {
    start(1, "A", "10");
    start(2, "B", "10");
    assertThat(stop(-1, "C", "30").idTagInfo()).isNull();
    assertThat(stop(-1, "A", "5").idTagInfo()).as("meter runs backwards").isNull();
    assertThat(play.actions()).containsOnly("StartTransaction");
    assertThat(play.undeliverable)
        .extracting(letter -> letter.message().payload().path("meterStop").asInt())
        .containsExactly(30, 5);
    assertThat(play.undeliverable.getFirst().reason()).contains("names transaction -1");
    assertThat(play.losses).extracting(Loss::field).contains("StopTransaction");
  }

  @Test
  void aStopThatCannotBeMatchedIsKeptWholeHoweverAbsurdItIs() {
    MeterValue value = new MeterValue(play.now, List.of(Say.sample("7")));
    play.ask(
        StopTransaction.FROM_CHARGER,
        new StopTransaction.Request(
            null, "TAG", Instant.MAX, new BigDecimal("1E+999999999"), null, List.of(value)));
    assertThat(play.undeliverable).hasSize(1);
    var payload = play.undeliverable.getFirst().message().payload();
    assertThat(payload.path("idTag").asText()).isEqualTo("TAG");
    assertThat(payload.path("transactionData").toString()).contains("\"7\"");
  }

  @Test
  void aNewStartOnAConnectorOrphansTheOldTransactionWhoseStopIsStillSent() {
    int old = start(1, "A", "10").transactionId();
    play.later(Duration.ofMinutes(5));
    start(1, "B", "20");
    assertThat(play.state.transactions().open()).hasSize(1);
    stop(old, "A", "20");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(7001);
  }

  @Test
  void aRefusalInTimeReachesTheChargerWithAPositiveNumber() {
    play.csms("StartTransaction", "{\"transactionId\":9,\"idTagInfo\":{\"status\":\"Blocked\"}}");
    StartTransaction.Answer answer = start(1, "TAG", "10");
    assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(answer.transactionId()).isPositive();
    assertThat(play.asked).isEmpty();
  }

  @Test
  void aLateRefusalStopsTheTransactionAtTheCharger() {
    play.csms("StartTransaction", "{\"transactionId\":9,\"idTagInfo\":{\"status\":\"Blocked\"}}");
    play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    play.slow = true;
    StartTransaction.Answer answer = start(1, "TAG", "10");
    assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.ACCEPTED);
    play.catchUp();
    assertThat(play.asked)
        .extracting(Play.Asked::request)
        .containsExactly(new RemoteStopTransaction.Request(answer.transactionId()));
    assertThat(play.state.transactions().mustStop()).isEmpty();
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aRefusalThatComesWhenPatienceHasJustEndedReachesTheChargerAllTheSame() {
    var asks =
        (Step.AskCsms<StartTransaction.Answer>)
            play.dialect.fromCharger(
                StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"), play.view());
    play.state = play.state.apply(asks.changes());
    var queued = new Queued(1, asks.message(), play.now, 0, play.now);
    Reply refusal =
        Play.result("{\"transactionId\":9,\"idTagInfo\":{\"status\":\"ConcurrentTx\"}}");
    var delivered = (Step.Done<Void>) play.dialect.delivered(queued, refusal, play.view());
    play.state = play.state.apply(delivered.changes());
    var done =
        (Step.Done<StartTransaction.Answer>)
            asks.next().after(new Reply.None("too late"), play.view());
    assertThat(done.answer().idTagInfo().status()).isEqualTo(AuthorizationStatus.CONCURRENT_TX);
  }

  @Test
  void theNumberOfATransactionThatWasForgottenIsNeverMadeUp() {
    var message = Message.transaction("StopTransaction", Json.object().put("transactionId", 5), 5);
    var queued = new Queued(1, message, play.now, 0, play.now);
    assertThatThrownBy(() -> play.dialect.atSending(queued, play.view()))
        .hasMessageContaining("transaction 5");
  }

  @Test
  void theObligationToStopStaysUntilTheChargerAnswers() {
    play.csms("StartTransaction", "{\"transactionId\":9,\"idTagInfo\":{\"status\":\"Invalid\"}}");
    play.chargerFails(RemoteStopTransaction.FROM_CSMS, Why.UNREACHABLE);
    play.slow = true;
    start(1, "TAG", "10");
    play.catchUp();
    assertThat(play.state.transactions().mustStop()).hasSize(1);
    play.passes(Duration.ofSeconds(61));
    assertThat(play.asked).hasSize(2);
    play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    play.passes(Duration.ZERO);
    assertThat(play.asked).hasSize(3);
    assertThat(play.state.transactions().mustStop()).isEmpty();
  }

  @Test
  void aTransactionThatEndsIsNoLongerToBeStopped() {
    play.csms("StartTransaction", "{\"transactionId\":9,\"idTagInfo\":{\"status\":\"Invalid\"}}");
    play.slow = true;
    int id = start(1, "TAG", "10").transactionId();
    play.catchUp();
    stop(id, "TAG", "11");
    assertThat(play.state.transactions().mustStop()).isEmpty();
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aLongIdTagIsSentAsTheSameAliasEachTime() {
    String tag = "0123456789012345678901234567890123456789";
    int id = start(1, tag, "10").transactionId();
    stop(id, tag, "20");
    String alias = play.last("StartTransaction").path("idTag").asText();
    assertThat(alias).hasSize(20).startsWith("X");
    assertThat(play.last("StopTransaction").path("idTag").asText()).isEqualTo(alias);
  }

  @Test
  void fractionsOfAWattHourAreRoundedHalfUpAndNamed() {
    int id = start(1, "TAG", "10.5").transactionId();
    stop(id, null, "20.49");
    assertThat(play.last("StartTransaction").path("meterStart").asInt()).isEqualTo(11);
    assertThat(play.last("StopTransaction").path("meterStop").asInt()).isEqualTo(20);
    assertThat(play.losses).extracting(Loss::field).contains("meterStart", "meterStop");
  }

  @Test
  void aReadingThatIsNoneDoesNotLoseTheTransaction() {
    play.ask(
        StartTransaction.FROM_CHARGER,
        new StartTransaction.Request(
            null, null, Instant.EPOCH, new BigDecimal("1E+999999999"), null));
    assertThat(play.last("StartTransaction").path("meterStart").asInt()).isZero();
    assertThat(play.last("StartTransaction").path("timestamp").asText())
        .isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void theReservationIsFilledInIfTheChargerDoesNotNameIt() {
    play.charger(ReserveNow.FROM_CSMS, new ReserveNow.Answer(ReservationStatus.ACCEPTED));
    play.call(
        "ReserveNow",
        "{\"connectorId\":1,\"expiryDate\":\"2026-03-01T13:00:00Z\",\"idTag\":\"TAG\",\"reservationId\":42}");
    start(1, "tag", "10");
    assertThat(play.last("StartTransaction").path("reservationId").asInt()).isEqualTo(42);
    assertThat(play.state.commands().reservations()).isEmpty();
  }

  @Test
  void meterValuesWithoutARightNumberBelongToTheConnectorsTransaction() {
    start(1, "TAG", "10");
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, null, play.now, "20"));
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, 0, play.now, "21"));
    play.ask(MeterValues.FROM_CHARGER, Say.meter(2, 0, play.now, "22"));
    assertThat(play.sent)
        .filteredOn(s -> s.action().equals("MeterValues"))
        .extracting(s -> s.payload().path("transactionId").asInt(0))
        .containsExactly(7001, 7001, 0);
  }

  @Test
  void theSameMeterValuesAreSentOnce() {
    MeterValues.Request request = Say.meter(1, null, play.now, "20");
    play.ask(MeterValues.FROM_CHARGER, request);
    play.ask(MeterValues.FROM_CHARGER, request);
    assertThat(play.actions()).containsExactly("MeterValues");
  }

  @Test
  void meterValuesWithNothingInThemAreAnsweredAndNotSent() {
    play.ask(MeterValues.FROM_CHARGER, new MeterValues.Request(1, null, List.of()));
    play.ask(
        MeterValues.FROM_CHARGER,
        new MeterValues.Request(1, null, List.of(new MeterValue(play.now, List.of()))));
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, null, play.now, " "));
    assertThat(play.sent).isEmpty();
  }

  @Test
  void bareNumbersOf12AreWattHoursOfTheRegister() {
    play = Play.accepted(SoapVersion.V12);
    play.ask(MeterValues.FROM_CHARGER, Say.meter(1, null, play.now, "20"));
    var sample = play.last("MeterValues").at("/meterValue/0/sampledValue/0");
    assertThat(sample.path("measurand").asText()).isEqualTo("Energy.Active.Import.Register");
    assertThat(sample.path("unit").asText()).isEqualTo("Wh");
  }

  @Test
  void celsiusIsSpelledAsTheSchemaOf16HasIt() {
    SampledValue warm = new SampledValue("31", null, null, null, null, null, UnitOfMeasure.CELSIUS);
    play.ask(
        MeterValues.FROM_CHARGER,
        new MeterValues.Request(1, null, List.of(new MeterValue(play.now, List.of(warm)))));
    assertThat(play.last("MeterValues").at("/meterValue/0/sampledValue/0/unit").asText())
        .isEqualTo("Celcius");
  }

  @Test
  void anAnswerWithoutANumberCountsAsAParkedStartAndIsKeptForAPerson() {
    play.csms("StartTransaction", "{\"status\":\"what\"}");
    int id = start(1, "TAG", "10").transactionId();
    assertThat(play.state.transactions().find(id).orElseThrow().startParked()).isTrue();
    assertThat(play.undeliverable)
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.message().action()).isEqualTo("StartTransaction");
              assertThat(letter.message().payload().path("idTag").asText()).isEqualTo("TAG");
              assertThat(letter.reason()).contains("without a transactionId");
            });
    stop(id, null, "20");
    assertThat(play.last("StopTransaction").path("transactionId").asInt()).isEqualTo(-1);
  }

  @Test
  void aStartRefusedInTimeIsEnforcedForVersionsThatMayNotStopByThemselves() {
    play = Play.accepted(SoapVersion.V15);
    play.csms("StartTransaction", "{\"transactionId\":9,\"idTagInfo\":{\"status\":\"Blocked\"}}");
    start(1, "TAG", "10");
    play.passes(Duration.ofSeconds(31));
    assertThat(play.asked).hasSize(1);
  }

  @Test
  void theCsmsIsNotAskedForATagKnownToBeBlockedButTheStartIsSentAllTheSame() {
    play.csms("Authorize", "{\"idTagInfo\":{\"status\":\"Blocked\"}}");
    play.ask(org.ocppbridge.mappings.model.Authorize.FROM_CHARGER, Say.authorize("TAG"));
    play.up = false;
    IdTagInfo info = start(1, "TAG", "10").idTagInfo();
    assertThat(info.status()).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(play.outbox).hasSize(1);
  }

  @Test
  void aParkedMessageOfAForgottenTransactionIsNoError() {
    var message = Message.transaction("StartTransaction", Json.object(), 5);
    var queued = new Queued(1, message, play.now, 5, play.now);
    assertThat(play.dialect.delivered(queued, new Reply.Error("x", "y"), play.view())).isNotNull();
  }
}
