package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Stations;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.play.Play;

/** What a charger says moves the variables that the CSMS monitors (MR B9). */
class MonitoredTest {

  private final Play play = Stations.accepted(SoapVersion.V16);

  private void monitors(String component, String variable, String type, String value) {
    play.call(
        "SetVariableMonitoring",
        ("{\"setMonitoringData\":[{\"value\":%s,\"type\":\"%s\",\"severity\":4,"
                + "\"component\":{\"name\":\"%s\",\"evse\":{\"id\":1}},"
                + "\"variable\":{\"name\":\"%s\"}}]}")
            .formatted(value, type, component, variable));
    play.sent.clear();
  }

  private List<String> told() {
    return Sessions.events(play).stream()
        .filter(event -> event.path("eventNotificationType").asText().equals("CustomMonitor"))
        .map(e -> e.path("trigger").asText() + " " + e.path("actualValue").asText())
        .toList();
  }

  private void temperature(String celsius) {
    play.later(Duration.ofSeconds(10));
    SampledValue sample =
        new SampledValue(
            celsius, null, null, Measurand.TEMPERATURE, null, null, UnitOfMeasure.CELSIUS);
    play.ask(
        MeterValues.FROM_CHARGER,
        new MeterValues.Request(1, null, List.of(new MeterValue(play.now, List.of(sample)))));
  }

  @Test
  void aStatusThatChangesTheAvailabilityIsTold() {
    monitors("EVSE", "AvailabilityState", "Delta", "1");
    Sessions.says(play, 1, ConnectorStatus.PREPARING);
    Sessions.says(play, 1, ConnectorStatus.CHARGING);
    Sessions.says(play, 1, ConnectorStatus.FAULTED);
    assertThat(told()).containsExactly("Delta Occupied", "Delta Faulted");
  }

  @Test
  void aReadingThatCrossesAThresholdIsToldAndToldToBeOver() {
    temperature("20");
    monitors("TemperatureSensor", "Temperature", "UpperThreshold", "60");
    temperature("59");
    temperature("61");
    temperature("62");
    temperature("40");
    assertThat(told()).containsExactly("Alerting 61", "Alerting 40");
    assertThat(Sessions.events(play).getLast().path("cleared").asBoolean()).isTrue();
  }

  @Test
  void withoutMonitorsNothingIsTold() {
    temperature("90");
    Sessions.says(play, 1, ConnectorStatus.PREPARING);
    assertThat(told()).isEmpty();
  }
}
