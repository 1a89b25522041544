package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.SoapVersion.V12;
import static org.ocppbridge.mappings.SoapVersion.V15;
import static org.ocppbridge.mappings.SoapVersion.V16;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.ReadingContext;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.model.ValueFormat;

/** Meter values in the three shapes of the three versions. */
class MeterValuesReadingTest {

  private static final String TIME = "2026-03-04T05:00:00Z";
  private static final Instant MOMENT = Instant.parse(TIME);

  @Test
  void aBareNumberOf12IsTheImportRegisterInWattHours() {
    var request = new org.ocppbridge.wsdl.cs12.MeterValuesRequest();
    request.setConnectorId("1");
    request.getValues().add(value12(TIME, " 4711.5 "));
    request.getValues().add(value12(TIME, ""));
    request.getValues().add(value12(TIME, "lots"));

    var read = ChargerSays.request(V12, MeterValues.FROM_CHARGER, request);

    assertThat(read.message().meterValue())
        .containsExactly(
            new MeterValue(
                MOMENT,
                List.of(
                    new SampledValue(
                        "4711.5",
                        null,
                        null,
                        Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                        null,
                        null,
                        UnitOfMeasure.WATT_HOUR))));
    assertThat(read.losses())
        .extracting("field")
        .containsExactly(
            "values[1].value", "values[1].value", "values[2].value", "values[2].value");
  }

  @Test
  void attributesOf15BecomeFieldsAndMissingOnesStayAbsent() {
    var request = new org.ocppbridge.wsdl.cs15.MeterValuesRequest();
    request.setConnectorId("2");
    request.setTransactionId("33");
    request
        .getValues()
        .add(
            value15(
                TIME,
                sample15("16,1", "Current.Import", "Amp"),
                sample15("230", null, "Volt"),
                sample15("1", null, null)));

    var read = ChargerSays.request(V15, MeterValues.FROM_CHARGER, request);

    assertThat(read.message().transactionId()).isEqualTo(33);
    assertThat(read.message().meterValue().getFirst().sampledValue())
        .containsExactly(
            new SampledValue(
                "16.1", null, null, Measurand.CURRENT_IMPORT, null, null, UnitOfMeasure.AMPERE),
            new SampledValue("230", null, null, null, null, null, UnitOfMeasure.VOLT),
            new SampledValue("1", null, null, null, null, null, null));
    assertThat(read.lost())
        .containsExactly(
            "changed values[0].value[0].value: '16,1': the decimal comma became a point");
  }

  @Test
  void transactionDataOf15IsFlattenedInOrder() {
    var request = new org.ocppbridge.wsdl.cs15.StopTransactionRequest();
    request.setTransactionId("1");
    request.setTimestamp(TIME);
    request.setMeterStop("9");
    request
        .getTransactionData()
        .add(
            block15(
                value15(TIME, sample15("1", null, null)),
                value15(TIME, sample15("2", null, null))));
    request.getTransactionData().add(block15());
    request
        .getTransactionData()
        .add(block15(value15(TIME, sample15("7", "Vibes", null), sample15("3", null, null))));

    var read = ChargerSays.request(V15, StopTransaction.FROM_CHARGER, request);

    assertThat(read.message().transactionData())
        .flatExtracting(MeterValue::sampledValue)
        .extracting(SampledValue::value)
        .containsExactly("1", "2", "3");
    assertThat(read.lost())
        .containsExactly(
            "dropped transactionData[2].values[0].value[0].measurand: 'Vibes' is not known",
            "dropped transactionData[2].values[0].value[0].value: '7' has no clear meaning: the"
                + " sample is left out");
  }

  @Test
  void nilElementsOfAListAreLeftOut() {
    var request = new org.ocppbridge.wsdl.cs15.StopTransactionRequest();
    request.setTransactionId("1");
    request.setTimestamp(TIME);
    request.setMeterStop("9");
    request.getTransactionData().add(null);
    request.getTransactionData().add(block15(value15(TIME, sample15("1", null, null))));
    request.getTransactionData().get(1).getValues().add(null);

    var read = ChargerSays.request(V15, StopTransaction.FROM_CHARGER, request);

    assertThat(read.message().transactionData()).hasSize(1);
    assertThat(read.lost())
        .containsExactly(
            "dropped transactionData[0]: nil: there is nothing in it",
            "dropped transactionData[1].values[1]: nil: there is nothing in it");
  }

  @Test
  void aSampleWithUnknownMeaningIsDroppedAndTheOthersStay() {
    var read =
        read16(
            sample16("1", "Energy", null, null),
            sample16("2", null, "parsec", null),
            sample16("3", null, null, "L4"),
            sample16("4", null, null, null));

    assertThat(read.message().meterValue().getFirst().sampledValue())
        .extracting(SampledValue::value)
        .containsExactly("4");
    assertThat(read.losses())
        .extracting("field")
        .contains(
            "meterValue[0].sampledValue[0].measurand",
            "meterValue[0].sampledValue[1].unit",
            "meterValue[0].sampledValue[2].phase");
  }

  @Test
  void aMomentWithoutASampleIsLeftOut() {
    var read = read16(sample16("", null, null, null));
    assertThat(read.message().meterValue()).isEmpty();
    assertThat(read.losses())
        .extracting("field")
        .containsExactly("meterValue[0].sampledValue[0].value", "meterValue[0].sampledValue");
  }

  @Test
  void anUnknownContextIsOtherAndAnUnknownLocationIsLeftOut() {
    var sample = sample16("1", null, null, null);
    sample.setContext("Whenever");
    sample.setLocation("Roof");
    var read = read16(sample).message().meterValue().getFirst().sampledValue().getFirst();
    assertThat(read.context()).isEqualTo(ReadingContext.OTHER);
    assertThat(read.location()).isNull();
  }

  @Test
  void aFrequencyIsInHertzWhateverItsUnitIsCalled() {
    var read = read16(sample16("49.98", "Frequency", "Hz", null));
    assertThat(read.message().meterValue().getFirst().sampledValue())
        .containsExactly(
            new SampledValue("49.98", null, null, Measurand.FREQUENCY, null, null, null));
    assertThat(read.lost())
        .containsExactly("dropped meterValue[0].sampledValue[0].unit: 'Hz' is not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "INF", "-Infinity", "0x1F", "12 kWh", "1,234.5", "1e400", "null", "--"})
  void whatIsNoNumberIsDroppedByNameAndTheOthersStay(String value) {
    var read = read16(sample16(value, null, null, null), sample16("7", null, null, null));
    assertThat(read.message().meterValue().getFirst().sampledValue())
        .extracting(SampledValue::value)
        .containsExactly("7");
    assertThat(read.lost())
        .containsExactly(
            "dropped meterValue[0].sampledValue[0].value: '"
                + value
                + "' is no number: the sample is left out");
  }

  @Test
  void signedDataIsNotTouched() {
    var sample = sample16("AB,CD", null, null, null);
    sample.setFormat("signeddata");
    var read = read16(sample).message().meterValue().getFirst().sampledValue().getFirst();
    assertThat(read.value()).isEqualTo("AB,CD");
    assertThat(read.format()).isEqualTo(ValueFormat.SIGNED_DATA);
  }

  private static ChargerSays<MeterValues.Request> read16(
      org.ocppbridge.wsdl.cs16.SampledValue... samples) {
    var value = new org.ocppbridge.wsdl.cs16.MeterValue();
    value.setTimestamp(TIME);
    value.getSampledValue().addAll(List.of(samples));
    var request = new org.ocppbridge.wsdl.cs16.MeterValuesRequest();
    request.setConnectorId("1");
    request.getMeterValue().add(value);
    return ChargerSays.request(V16, MeterValues.FROM_CHARGER, request);
  }

  private static org.ocppbridge.wsdl.cs16.SampledValue sample16(
      String value, String measurand, String unit, String phase) {
    var sample = new org.ocppbridge.wsdl.cs16.SampledValue();
    sample.setValue(value);
    sample.setMeasurand(measurand);
    sample.setUnit(unit);
    sample.setPhase(phase);
    return sample;
  }

  private static org.ocppbridge.wsdl.cs12.MeterValue value12(String time, String value) {
    var moment = new org.ocppbridge.wsdl.cs12.MeterValue();
    moment.setTimestamp(time);
    moment.setValue(value);
    return moment;
  }

  private static org.ocppbridge.wsdl.cs15.MeterValue value15(
      String time, org.ocppbridge.wsdl.cs15.MeterValue.Value... samples) {
    var moment = new org.ocppbridge.wsdl.cs15.MeterValue();
    moment.setTimestamp(time);
    moment.getValue().addAll(List.of(samples));
    return moment;
  }

  private static org.ocppbridge.wsdl.cs15.MeterValue.Value sample15(
      String value, String measurand, String unit) {
    var sample = new org.ocppbridge.wsdl.cs15.MeterValue.Value();
    sample.setValue(value);
    sample.setMeasurand(measurand);
    sample.setUnit(unit);
    return sample;
  }

  private static org.ocppbridge.wsdl.cs15.TransactionData block15(
      org.ocppbridge.wsdl.cs15.MeterValue... values) {
    var block = new org.ocppbridge.wsdl.cs15.TransactionData();
    block.getValues().addAll(List.of(values));
    return block;
  }
}
