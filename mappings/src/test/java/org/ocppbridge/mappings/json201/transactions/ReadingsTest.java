package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.transactions.Session201.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.play.Say;

/** Begin, end and what lies between, and readings that the CSMS asked for. */
class ReadingsTest {

  private final Session201 s = new Session201(SoapVersion.V16);

  private List<String> energy(String context) {
    List<String> found = new ArrayList<>();
    s.last()
        .path("meterValue")
        .forEach(
            value ->
                value
                    .path("sampledValue")
                    .forEach(
                        sample -> {
                          if (sample.path("context").asText().equals(context)) {
                            found.add(
                                sample.path("value").asText()
                                    + sample.at("/unitOfMeasure/unit").asText());
                          }
                        }));
    return found;
  }

  private static SampledValue of(String value, ReadingContext context, UnitOfMeasure unit) {
    return new SampledValue(value, context, null, null, null, null, unit);
  }

  private void triggered() {
    s.play.state =
        s.play.state.apply(
            List.of(
                new CommandChange.Triggered(
                    "MeterValues", Optional.of(s.play.now.plusSeconds(30)))));
  }

  @Test
  void theChargersOwnBeginAndEndAreNotSaidTwice() {
    int id = s.start(1, "A", "1000").transactionId();
    Instant begun = s.play.now.plusSeconds(1);
    s.later(600);
    s.stop(
        id,
        "2500",
        List.of(
            at(begun, of("1000", ReadingContext.TRANSACTION_BEGIN, UnitOfMeasure.WATT_HOUR)),
            at(s.play.now.minusSeconds(2), of("2.5", ReadingContext.TRANSACTION_END, KILO))));
    assertThat(energy("Transaction.Begin")).containsExactly("1000Wh");
    assertThat(energy("Transaction.End")).containsExactly("2.5kWh");
  }

  @Test
  void anEndThatIsNotTheMeterStopIsSaidBesideIt() {
    int id = s.start(1, "A", "1000").transactionId();
    s.later(600);
    s.stop(id, "2500", List.of(at(s.play.now, of("2499", ReadingContext.TRANSACTION_END, null))));
    assertThat(energy("Transaction.End")).containsExactly("2499Wh", "2500Wh");
  }

  @Test
  void anEndOfTooManyReadingsIsThinnedOutButKeepsBeginAndEnd() {
    int id = s.start(1, "A", "0").transactionId();
    List<MeterValue> data = new ArrayList<>();
    for (int i = 1; i <= 3000; i++) {
      data.add(at(s.play.now.plusSeconds(i), Say.sample(Integer.toString(i))));
    }
    s.later(3600);
    s.stop(id, "3001", data);
    assertThat(s.last().toString()).hasSizeLessThan(65_536);
    assertThat(energy("Sample.Periodic")).hasSizeBetween(150, 1500);
    assertThat(energy("Transaction.Begin")).containsExactly("0Wh");
    assertThat(energy("Transaction.End")).containsExactly("3001Wh");
    assertThat(s.play.losses).anyMatch(loss -> loss.field().equals("transactionData"));
  }

  @Test
  void aTriggeredReadingIsFoundBehindAPeriodicOne() {
    int id = s.start(1, "A", "10").transactionId();
    triggered();
    s.later(1);
    s.meter(1, id, at(s.play.now, of("11", ReadingContext.SAMPLE_PERIODIC, null)));
    s.later(1);
    s.meter(1, id, at(s.play.now, of("12", ReadingContext.TRIGGER, null)));
    s.later(1);
    s.meter(1, id, at(s.play.now, of("13", ReadingContext.TRIGGER, null)));
    assertThat(s.story())
        .containsExactly("Started Authorized", "Updated MeterValuePeriodic", "Updated Trigger");
    assertThat(s.play.last("MeterValues").at("/meterValue/0/sampledValue/0/value").asInt())
        .isEqualTo(12);
  }

  @Test
  void aReadingThatDoesNotSayWhyCountsAsTriggeredForFifteenSeconds() {
    int id = s.start(1, "A", "10").transactionId();
    triggered();
    s.later(16);
    s.meter(1, id, at(s.play.now, Say.sample("11")));
    assertThat(s.story()).last().isEqualTo("Updated MeterValuePeriodic");
    triggered();
    s.later(14);
    s.meter(1, id, at(s.play.now, Say.sample("12")));
    assertThat(s.play.actions()).last().isEqualTo("MeterValues");
  }

  @Test
  void aTriggeredEventSaysWhereAndInWhichState() {
    int id = s.start(2, "A", "10").transactionId();
    s.status(2, ConnectorStatus.CHARGING);
    s.later(5);
    s.meter(2, id, at(s.play.now, of("12", ReadingContext.TRIGGER, null)));
    assertThat(s.last().path("triggerReason").asText()).isEqualTo("Trigger");
    assertThat(s.last().at("/transactionInfo/chargingState").asText()).isEqualTo("Charging");
    assertThat(s.last().path("evse").toString()).isEqualTo("{\"id\":2,\"connectorId\":1}");
  }

  @Test
  void aTransactionOfConnector0IsOneOfConnector1() {
    int id = s.start(0, "A", "10").transactionId();
    assertThat(s.play.last("StatusNotification").path("evseId").asInt()).isEqualTo(1);
    assertThat(s.last().at("/evse/id").asInt()).isEqualTo(1);
    assertThat(s.start(0, "A", "10").transactionId()).isEqualTo(id);
    s.meter(1, null, at(s.play.now, Say.sample("11")));
    assertThat(s.story()).containsExactly("Started Authorized", "Updated MeterValuePeriodic");
    s.start(1, "B", "12");
    assertThat(s.story()).element(2).isEqualTo("Ended AbnormalCondition");
  }

  @ParameterizedTest
  @CsvSource({"119, RemoteStop", "120, StopAuthorized"})
  void aRemoteStopExplainsAStopForTwoMinutes(int seconds, String trigger) {
    s.play.charger(
        RemoteStopTransaction.FROM_CSMS,
        new RemoteStopTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    int id = s.start(1, "A", "10").transactionId();
    String uuid = s.last().at("/transactionInfo/transactionId").asText();
    s.play.call("RequestStopTransaction", "{\"transactionId\":\"" + uuid + "\"}");
    s.later(seconds);
    s.stop(id, "A", "20");
    assertThat(s.last().path("triggerReason").asText()).isEqualTo(trigger);
  }

  private static final UnitOfMeasure KILO = UnitOfMeasure.KILO_WATT_HOUR;
}
