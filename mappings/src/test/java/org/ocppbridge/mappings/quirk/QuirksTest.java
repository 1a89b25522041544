package org.ocppbridge.mappings.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;

class QuirksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Loss> losses = new ArrayList<>();

  @ParameterizedTest
  @FieldSource("org.ocppbridge.mappings.quirk.Quirks#ALL")
  void everyQuirkIsFoundByItsNameAndLeavesAloneWhatItDoesNotKnow(Quirk quirk) {
    Heartbeat.Request beat = new Heartbeat.Request();
    assertThat(quirk.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(Quirks.named(List.of(quirk.name())).inForce()).containsExactly(quirk);
    assertThat(quirk.request(Heartbeat.FROM_CHARGER, beat, losses)).isSameAs(beat);
    assertThat(losses).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> Quirks.named(List.of("kwh")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no quirk 'kwh': samples-in-kilowatt-hours");
  }

  @Test
  void onlyEnergyInWattHoursIsRelabelledAndEachIsNamed() {
    MeterValues.Request repaired =
        kilowattHours()
            .request(
                MeterValues.FROM_CHARGER,
                new MeterValues.Request(
                    1,
                    null,
                    List.of(
                        value(
                            sample(null, null),
                            sample(Measurand.ENERGY_ACTIVE_IMPORT_REGISTER, null),
                            sample(
                                Measurand.ENERGY_ACTIVE_IMPORT_INTERVAL, UnitOfMeasure.WATT_HOUR),
                            sample(
                                Measurand.ENERGY_ACTIVE_EXPORT_REGISTER,
                                UnitOfMeasure.KILO_WATT_HOUR),
                            sample(Measurand.POWER_ACTIVE_IMPORT, UnitOfMeasure.WATT),
                            sample(Measurand.STATE_OF_CHARGE, null)))),
                losses);

    assertThat(repaired.meterValue().getFirst().sampledValue())
        .extracting(SampledValue::unit)
        .containsExactly(
            UnitOfMeasure.KILO_WATT_HOUR,
            UnitOfMeasure.KILO_WATT_HOUR,
            UnitOfMeasure.KILO_WATT_HOUR,
            UnitOfMeasure.KILO_WATT_HOUR,
            UnitOfMeasure.WATT,
            null);
    assertThat(repaired.meterValue().getFirst().sampledValue())
        .extracting(SampledValue::value)
        .containsOnly("12.345");
    assertThat(losses)
        .extracting(Loss::field)
        .containsExactly(
            "meterValue[0].sampledValue[0].unit",
            "meterValue[0].sampledValue[1].unit",
            "meterValue[0].sampledValue[2].unit");
  }

  @Test
  void theSamplesOfAStopAreRelabelledAndItsMeterStopIsNot() {
    StopTransaction.Request repaired =
        kilowattHours()
            .request(
                StopTransaction.FROM_CHARGER,
                new StopTransaction.Request(
                    5, "T", NOW, new BigDecimal("12345"), null, List.of(value(sample(null, null)))),
                losses);

    assertThat(repaired.meterStop()).isEqualByComparingTo("12345");
    assertThat(repaired.transactionData().getFirst().sampledValue().getFirst().unit())
        .isEqualTo(UnitOfMeasure.KILO_WATT_HOUR);
    assertThat(losses)
        .extracting(Loss::field)
        .containsExactly("transactionData[0].sampledValue[0].unit");
  }

  private static Quirks kilowattHours() {
    return Quirks.named(List.of("samples-in-kilowatt-hours"));
  }

  private static MeterValue value(SampledValue... samples) {
    return new MeterValue(NOW, List.of(samples));
  }

  private static SampledValue sample(Measurand measurand, UnitOfMeasure unit) {
    return new SampledValue("12.345", null, null, measurand, null, null, unit);
  }
}
