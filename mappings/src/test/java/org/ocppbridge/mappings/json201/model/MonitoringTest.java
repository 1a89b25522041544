package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.base.HardWired;
import org.ocppbridge.mappings.json201.base.News;
import org.ocppbridge.mappings.json201.base.StatusReports;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.Measurand;
import org.ocppbridge.mappings.model.MeterValue;
import org.ocppbridge.mappings.model.SampledValue;
import org.ocppbridge.mappings.model.UnitOfMeasure;
import org.ocppbridge.mappings.play.Say;

/** Monitors (MR B9). */
class MonitoringTest {

  private final Charger charger = new Charger(SoapVersion.V16).key("ConnectionTimeOut", "60");

  private JsonNode set(String path, String type, String value, int severity, String more) {
    return charger
        .result(
            "SetVariableMonitoring",
            "{\"setMonitoringData\":[{\"value\":%s,\"type\":\"%s\",\"severity\":%d,%s%s}]}"
                .formatted(value, type, severity, Charger.names(path), more))
        .get("setMonitoringResult")
        .get(0);
  }

  private String status(String path, String type, String value, int severity, String more) {
    return set(path, type, value, severity, more).get("status").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nonsense.X | Delta | 1 | 5 | UnknownComponent",
        "TxCtrlr.X | Delta | 1 | 5 | UnknownVariable",
        "ClockCtrlr.DateTime | Delta | 1 | 5 | UnsupportedMonitorType",
        "EVSE/1.AvailabilityState | UpperThreshold | 1 | 5 | UnsupportedMonitorType",
        "EVSE/1.Power | UpperThreshold | 22001 | 5 | Rejected",
        "EVSE/1.Power | Delta | -1 | 5 | Rejected",
        "EVSE/1.Power | Periodic | 1 | 5 | Rejected",
        "EVSE/1.Power | Delta | 1 | 10 | Rejected",
        "EVSE/1.Power | Delta | 1 | 9 | Accepted",
        "EVSE/1.AvailabilityState | Delta | 1 | 0 | Accepted",
        "TxCtrlr.EVConnectionTimeOut | LowerThreshold | 10 | 0 | Accepted",
      })
  void aMonitorIsSetOrTheCsmsLearnsWhyNot(
      String path, String type, String value, int severity, String status) {
    assertThat(status(path, type, value, severity, "")).isEqualTo(status);
  }

  @Test
  void aMonitorIsReplacedByItsIdAndNeverDoubled() {
    int id = set("EVSE/1.Power", "Delta", "100", 5, "").get("id").asInt();
    assertThat(status("EVSE/1.Power", "Delta", "200", 5, "")).isEqualTo("Duplicate");
    assertThat(set("EVSE/1.Power", "Delta", "200", 5, ",\"id\":" + id).get("id").asInt())
        .isEqualTo(id);
    assertThat(status("EVSE/1.SupplyPhases", "Delta", "1", 5, ",\"id\":" + id))
        .isEqualTo("UnsupportedMonitorType");
    assertThat(status("EVSE/1.AvailabilityState", "Delta", "1", 5, ",\"id\":" + id))
        .isEqualTo("Rejected");
    assertThat(status("EVSE/1.Power", "Delta", "1", 4, ",\"id\":77")).isEqualTo("Rejected");
    assertThat(status("EVSE/1.AvailabilityState", "Delta", "1", 4, ",\"id\":" + hardWired()))
        .isEqualTo("Rejected");
    assertThat(clear(id, hardWired(), 78, id))
        .containsExactly("Accepted", "Rejected", "NotFound", "NotFound");
  }

  private int hardWired() {
    return HardWired.EVSE_AVAILABILITY.id(1, charger.play.view());
  }

  private List<String> clear(Integer... ids) {
    return charger
        .result("ClearVariableMonitoring", "{\"id\":" + List.of(ids) + "}")
        .get("clearMonitoringResult")
        .findValuesAsText("status");
  }

  @Test
  void everyErrorCodeHasAVariableWithAMonitorOfItsOwn() {
    ChargerView view = charger.play.view();
    Map<String, JsonNode> full =
        charger.report("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
    Map<String, JsonNode> monitors = charger.report("GetMonitoringReport", "{\"requestId\":1}");
    for (ErrorCode code : ErrorCode.values()) {
      for (int connector : List.of(0, 1)) {
        Set<HardWired> found =
            StatusReports.monitors(Say.status(connector, ConnectorStatus.AVAILABLE, code));
        assertThat(found).as(code.wire()).hasSize(code == ErrorCode.NO_ERROR ? 0 : 1);
        for (HardWired monitor : found) {
          String path = monitor.variable(connector, view).toString();
          assertThat(full).containsKey(path);
          assertThat(monitors.get(path).at("/variableMonitoring/0/id").asInt())
              .isEqualTo(monitor.id(connector, view));
        }
      }
    }
  }

  @Test
  void theMonitoringReportHasHardWiredMonitorsAndThoseOfTheCsms() {
    set("EVSE/1.Power", "UpperThreshold", "100", 5, "");
    set("EVSE/1.Power", "Periodic", "60", 5, "");
    Map<String, JsonNode> all = charger.report("GetMonitoringReport", "{\"requestId\":1}");
    assertThat(all.get("EVSE/1.Power").get("variableMonitoring")).hasSize(2);
    assertThat(all).containsKeys("EVSE/1.AvailabilityState", "RCD/1.Tripped");
    assertThat(
            charger.report(
                "GetMonitoringReport",
                "{\"requestId\":1,\"monitoringCriteria\":[\"PeriodicMonitoring\"]}"))
        .containsOnlyKeys("EVSE/1.Power");
    assertThat(
            charger.play.status(
                "GetMonitoringReport",
                "{\"requestId\":1,\"componentVariable\":[{\"component\":{\"name\":\"X\"}}]}"))
        .isEqualTo("EmptyResultSet");
  }

  @Test
  void theBaseDecidesWhetherTheMonitorsOfTheCsmsStay() {
    set("EVSE/1.Power", "Periodic", "60", 5, "");
    base("All");
    assertThat(charger.play.state.station().model().monitors().custom()).hasSize(1);
    base("HardWiredOnly");
    assertThat(charger.play.state.station().model().monitors().custom()).isEmpty();
    assertThat(charger.play.state.wakeUps()).isEmpty();
    assertThat(charger.read("MonitoringCtrlr.ActiveMonitoringBase")).isEqualTo("HardWiredOnly");
  }

  private void base(String base) {
    assertThat(charger.play.status("SetMonitoringBase", "{\"monitoringBase\":\"" + base + "\"}"))
        .isEqualTo("Accepted");
  }

  @Test
  void theLevelHoldsBackWhatIsLessSevere() {
    set("TxCtrlr.EVConnectionTimeOut", "Delta", "1", 6, "");
    assertThat(charger.play.status("SetMonitoringLevel", "{\"severity\":10}"))
        .isEqualTo("Rejected");
    assertThat(charger.play.status("SetMonitoringLevel", "{\"severity\":5}")).isEqualTo("Accepted");
    charger.write("TxCtrlr.EVConnectionTimeOut", "90");
    assertThat(charger.play.sent).isEmpty();
  }

  @Test
  void aChangedSettingIsToldOnceWithAnIdOfItsOwn() {
    charger.read("TxCtrlr.EVConnectionTimeOut");
    int id = set("TxCtrlr.EVConnectionTimeOut", "Delta", "10", 5, "").get("id").asInt();
    charger.write("TxCtrlr.EVConnectionTimeOut", "65");
    assertThat(charger.play.sent).isEmpty();
    charger.write("TxCtrlr.EVConnectionTimeOut", "90");
    charger.read("TxCtrlr.EVConnectionTimeOut");
    assertThat(charger.play.actions()).containsExactly("NotifyEvent");
    JsonNode event = charger.play.last("NotifyEvent").at("/eventData/0");
    assertThat(event.get("variableMonitoringId").asInt()).isEqualTo(id);
    assertThat(event.get("actualValue").asText()).isEqualTo("90");
    assertThat(event.get("eventNotificationType").asText()).isEqualTo("CustomMonitor");
    assertThat(charger.play.state.station().places().lastEventId())
        .isEqualTo(event.get("eventId").asInt());
  }

  @Test
  void aThresholdIsToldWhenItIsCrossedAndWhenThatIsOver() {
    set("FiscalMetering/1.EnergyImportRegister", "UpperThreshold", "1000", 1, "");
    assertThat(events("0.9")).isEmpty();
    assertThat(events("1.5")).hasSize(1);
    assertThat(events("1.6")).isEmpty();
    List<ObjectNode> cleared = events("0.5");
    assertThat(cleared).hasSize(1);
    assertThat(cleared.getFirst().at("/eventData/0/cleared").asBoolean()).isTrue();
    assertThat(cleared.getFirst().at("/eventData/0/actualValue").asText()).isEqualTo("500");
  }

  private List<ObjectNode> events(String kiloWattHours) {
    var sample =
        new SampledValue(
            kiloWattHours,
            null,
            null,
            Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
            null,
            null,
            UnitOfMeasure.KILO_WATT_HOUR);
    ChargerView before = charger.play.view();
    charger.play.state =
        new ConnectorChange.Sampled(
                1, List.of(new MeterValue(charger.play.now, List.of(sample))), charger.play.now)
            .applyTo(charger.play.state);
    News events = Watch.changed(before, charger.play.view());
    charger.play.state = charger.play.state.apply(events.changes());
    return events.messages().stream().map(m -> m.payload()).toList();
  }

  @Test
  void aThresholdThatIsCrossedAlreadyIsToldAtOnce() {
    charger.read("TxCtrlr.EVConnectionTimeOut");
    set("TxCtrlr.EVConnectionTimeOut", "UpperThreshold", "30", 5, "");
    assertThat(charger.play.last("NotifyEvent").at("/eventData/0/trigger").asText())
        .isEqualTo("Alerting");
  }

  @Test
  void aPeriodicMonitorTellsAtItsTimes() {
    set("EVSE/1.Power", "Periodic", "60", 5, "");
    charger.play.passes(Duration.ofSeconds(59));
    assertThat(charger.play.sent).isEmpty();
    charger.play.passes(Duration.ofSeconds(1));
    charger.play.passes(Duration.ofSeconds(60));
    assertThat(charger.play.actions()).containsExactly("NotifyEvent", "NotifyEvent");
    assertThat(charger.play.last("NotifyEvent").at("/eventData/0/trigger").asText())
        .isEqualTo("Periodic");
  }

  @Test
  void aClockAlignedMonitorTellsAtMultiplesOfItsPeriod() {
    charger.play.later(Duration.ofSeconds(70));
    set("EVSE/1.Power", "PeriodicClockAligned", "900", 5, "");
    assertThat(charger.play.state.wakeUps().values())
        .containsExactly(charger.play.now.plusSeconds(830));
  }

  @Test
  void aMonitorOfTransactionsRestsBetweenThem() {
    set("EVSE/1.Power", "Periodic", "60", 5, ",\"transaction\":true");
    charger.play.passes(Duration.ofSeconds(60));
    assertThat(charger.play.sent).isEmpty();
    assertThat(charger.play.state.wakeUps()).hasSize(1);
  }
}
