package org.ocppbridge.mappings.json201.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.transactions.Session201.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.Location;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.ValueFormat;
import org.ocppbridge.mappings.play.Say;

/** The mistakes of others with meter readings; see {@link MistakesOfOthersTest}. */
class MeterMistakesTest {

  private Session201 s = new Session201(SoapVersion.V16);

  private static SampledValue sample(String value, Measurand measurand, UnitOfMeasure unit) {
    return new SampledValue(value, null, null, measurand, null, null, unit);
  }

  private JsonNode sent(SampledValue... samples) {
    s.later(60);
    s.meter(1, null, at(s.play.now, samples));
    return s.last().at("/meterValue/0/sampledValue/0");
  }

  @Test
  void aMultiplierIsNeverSent() {
    s.start(1, "A", "10");
    assertThat(sent(sample("5", null, UnitOfMeasure.KILO_WATT_HOUR)).toString())
        .doesNotContain("multiplier")
        .contains("\"unit\":\"kWh\"");
    assertThat(s.events()).allMatch(e -> !e.toString().contains("multiplier"));
  }

  @Test
  void theMeasurandIsOneOf201() {
    s.start(1, "A", "10");
    assertThat(sent(sample("5", null, null)).path("measurand").asText())
        .isEqualTo("Energy.Active.Import.Register");
  }

  @Test
  void theChargersTimeIsKept() {
    Instant before = s.play.now.minusSeconds(17);
    s.play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "A", before, "10"));
    s.meter(1, null, at(before.plusSeconds(5), Say.sample("11")));
    assertThat(s.events())
        .extracting(e -> e.path("timestamp").asText())
        .containsExactly("2026-03-01T11:59:43Z", "2026-03-01T11:59:48Z");
  }

  @Test
  void theEndIsTheRegisterNotTheDifference() {
    int id = s.start(1, "A", "1000").transactionId();
    s.stop(id, "A", "1500");
    assertThat(s.last().at("/meterValue/0/sampledValue"))
        .extracting(v -> v.path("value").asInt())
        .containsExactly(1000, 1500);
  }

  @ParameterizedTest
  @CsvSource({
    "POWER_ACTIVE_IMPORT, W",
    "CURRENT_IMPORT, A",
    "VOLTAGE, V",
    "STATE_OF_CHARGE, Percent",
    "FREQUENCY, Hz",
    "ENERGY_REACTIVE_IMPORT_REGISTER, varh",
    "POWER_REACTIVE_EXPORT, var",
    "POWER_FACTOR,",
    "ENERGY_ACTIVE_EXPORT_INTERVAL, Wh"
  })
  void aMissingUnitIsThatOfTheMeasurandNotWh(Measurand measurand, String unit) {
    s.start(1, "A", "10");
    JsonNode unitOfMeasure = sent(sample("5", measurand, null)).path("unitOfMeasure");
    assertThat(unitOfMeasure.path("unit").asText("")).isEqualTo(unit == null ? "" : unit);
  }

  @Test
  void aBatchIsOneUpdatedForEachTimeAndReason() {
    int id = s.start(1, "A", "10").transactionId();
    SampledValue clock =
        new SampledValue("12", ReadingContext.SAMPLE_CLOCK, null, null, null, null, null);
    Instant first = s.play.now.minusSeconds(60);
    s.meter(
        1,
        id,
        at(first, Say.sample("11"), clock),
        at(s.play.now, Say.sample("13")),
        at(s.play.now, sample("230", Measurand.VOLTAGE, null)));
    assertThat(s.story())
        .containsExactly(
            "Started Authorized",
            "Updated MeterValuePeriodic",
            "Updated MeterValueClock",
            "Updated MeterValuePeriodic");
    assertThat(s.events()).allMatch(e -> e.path("meterValue").size() == 1);
    assertThat(s.last().at("/meterValue/0/sampledValue")).hasSize(2);
  }

  @Test
  void signedValuesAreCarriedWithTheirNumber() {
    s.start(1, "A", "10");
    SampledValue signed =
        new SampledValue("OCMF|{}|{}", null, ValueFormat.SIGNED_DATA, null, null, null, null);
    JsonNode carried = sent(Say.sample("12.5"), signed);
    assertThat(s.last().at("/meterValue/0/sampledValue")).hasSize(1);
    assertThat(carried.path("value").decimalValue()).isEqualByComparingTo(new BigDecimal("12.5"));
    assertThat(carried.path("signedMeterValue").toString())
        .isEqualTo(
            "{\"signedMeterData\":\"T0NNRnx7fXx7fQ==\",\"signingMethod\":\"\","
                + "\"encodingMethod\":\"OCMF\",\"publicKey\":\"\"}");
  }

  @Test
  void aSignedValueAtTheEndTakesTheMeterStop() {
    int id = s.start(1, "A", "10").transactionId();
    SampledValue signed =
        new SampledValue(
            "00ff",
            ReadingContext.TRANSACTION_END,
            ValueFormat.SIGNED_DATA,
            null,
            null,
            null,
            null);
    s.later(60);
    s.stop(id, "20", List.of(at(s.play.now, signed)));
    JsonNode end = s.last().at("/meterValue/1/sampledValue/0");
    assertThat(end.path("value").asInt()).isEqualTo(20);
    assertThat(end.at("/signedMeterValue/signedMeterData").asText()).isEqualTo("AP8=");
    assertThat(s.last().at("/meterValue/1/sampledValue")).hasSize(1);
  }

  @Test
  void whatIsMeasuredAtTheVehicleIsItsStateOfChargeAlone() {
    s.start(1, "A", "10");
    SampledValue soc =
        new SampledValue("50", null, null, Measurand.STATE_OF_CHARGE, null, Location.EV, null);
    SampledValue volt =
        new SampledValue("400", null, null, Measurand.VOLTAGE, null, Location.EV, null);
    assertThat(sent(soc).path("location").asText()).isEqualTo("EV");
    assertThat(sent(volt).path("location").asText()).isEqualTo("Outlet");
  }

  @Test
  void temperatureAndFanSpeedAreNoMeasurandsOf201() {
    s.start(1, "A", "10");
    s.later(60);
    s.meter(1, null, at(s.play.now, sample("40", Measurand.TEMPERATURE, UnitOfMeasure.CELSIUS)));
    assertThat(s.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NaN", "0x1F", "abc", "1e999", "Infinity"})
  void whatIsNoNumberIsNotSent(String value) {
    s.start(1, "A", "10");
    s.later(60);
    s.meter(1, null, at(s.play.now, Say.sample(value)));
    assertThat(s.events()).hasSize(1);
  }

  @Test
  void aDecimalCommaIsRead() {
    s.start(1, "A", "10");
    assertThat(sent(Say.sample("12,75")).path("value").asText()).isEqualTo("12.75");
  }
}
