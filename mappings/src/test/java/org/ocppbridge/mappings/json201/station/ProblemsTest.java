package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.events;
import static org.ocppbridge.mappings.json201.station.Sessions.place;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;

/** Error codes as events, and their clearing. */
class ProblemsTest {

  private static final Map<ErrorCode, String> PLACES =
      Map.ofEntries(
          Map.entry(ErrorCode.CONNECTOR_LOCK_FAILURE, "ConnectorPlugRetentionLock/2/1.Problem"),
          Map.entry(ErrorCode.MODE_3_ERROR, "CPPWMController/2.Problem"),
          Map.entry(ErrorCode.EV_COMMUNICATION_ERROR, "CPPWMController/2.Problem"),
          Map.entry(ErrorCode.GROUND_FAILURE, "RCD/2.Tripped"),
          Map.entry(ErrorCode.HIGH_TEMPERATURE, "TemperatureSensor/2.Problem"),
          Map.entry(ErrorCode.INTERNAL_ERROR, "Controller/2.Problem"),
          Map.entry(ErrorCode.LOCAL_LIST_CONFLICT, "LocalAuthListCtrlr.Problem"),
          Map.entry(ErrorCode.OVER_CURRENT_FAILURE, "OverCurrentProtection/2.Tripped"),
          Map.entry(ErrorCode.OVER_VOLTAGE, "ElectricalFeed.Problem"),
          Map.entry(ErrorCode.UNDER_VOLTAGE, "ElectricalFeed.Problem"),
          Map.entry(ErrorCode.POWER_METER_FAILURE, "FiscalMetering/2.Problem"),
          Map.entry(ErrorCode.POWER_SWITCH_FAILURE, "PowerContactor/2.Problem"),
          Map.entry(ErrorCode.READER_FAILURE, "TokenReader.Problem"),
          Map.entry(ErrorCode.RESET_FAILURE, "Controller.Problem"),
          Map.entry(ErrorCode.WEAK_SIGNAL, "DataLink.Problem"),
          Map.entry(ErrorCode.OTHER_ERROR, "Connector/2/1.Problem"));

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyErrorCodeIsToldAndClearedWhereItBelongs(SoapVersion version) {
    for (ErrorCode code : ErrorCode.values()) {
      Play play = accepted(version);
      says(play, 2, ConnectorStatus.AVAILABLE, code);
      if (code == ErrorCode.NO_ERROR) {
        assertThat(events(play)).isEmpty();
        continue;
      }
      says(play, 2, ConnectorStatus.AVAILABLE, code);
      says(play, 2, ConnectorStatus.AVAILABLE);
      List<JsonNode> events = events(play);
      assertThat(events).as(code.wire()).hasSize(2);
      JsonNode opened = events.get(0);
      JsonNode cleared = events.get(1);
      assertThat(place(opened)).isEqualTo(PLACES.get(code)).isEqualTo(place(cleared));
      assertThat(opened.path("actualValue").asText()).isEqualTo("true");
      assertThat(opened.path("techCode").asText()).isEqualTo(code.wire());
      assertThat(opened.path("cleared").asBoolean()).isFalse();
      assertThat(cleared.path("actualValue").asText()).isEqualTo("false");
      assertThat(cleared.path("cleared").asBoolean()).isTrue();
      assertThat(cleared.path("eventId")).isNotEqualTo(opened.path("eventId"));
      assertThat(cleared.path("variableMonitoringId"))
          .isEqualTo(opened.path("variableMonitoringId"));
      assertThat(play.state.station().places().problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void atTheStationEveryErrorCodeIsTheStations(SoapVersion version) {
    for (ErrorCode code : PLACES.keySet()) {
      Play play = accepted(version);
      says(play, 0, ConnectorStatus.AVAILABLE, code);
      JsonNode event = events(play).getLast();
      assertThat(event.path("component").has("evse")).as(code.wire()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectorStatus.class,
      names = {"SUSPENDED_EVSE", "FAULTED", "UNAVAILABLE"})
  void heatThatInterruptsChargingIsProtection(ConnectorStatus status) {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, status, ErrorCode.HIGH_TEMPERATURE);
    assertThat(place(events(play).getFirst())).isEqualTo("TemperatureSensor/1.Protecting");
    says(play, 1, ConnectorStatus.CHARGING, ErrorCode.HIGH_TEMPERATURE);
    assertThat(events(play))
        .extracting(e -> place(e) + "=" + e.path("actualValue").asText())
        .containsExactly(
            "TemperatureSensor/1.Protecting=true",
            "TemperatureSensor/1.Protecting=false",
            "TemperatureSensor/1.Problem=true");
  }

  @Test
  void aFaultWithoutCodeIsAProblemOfTheConnectorOrTheStation() {
    Play play = accepted(SoapVersion.V12);
    says(play, 1, ConnectorStatus.FAULTED);
    assertThat(place(events(play).getLast())).isEqualTo("Connector/1/1.Problem");
    says(play, 0, ConnectorStatus.FAULTED);
    assertThat(place(events(play).getLast())).isEqualTo("ChargingStation.Problem");
    assertThat(events(play).getLast().path("techCode").asText()).isEqualTo("Faulted");
  }

  @Test
  void aFaultOfTheStationWithACodeIsBoth() {
    Play play = accepted(SoapVersion.V15);
    says(play, 0, ConnectorStatus.FAULTED, ErrorCode.READER_FAILURE);
    assertThat(events(play))
        .extracting(Sessions::place)
        .containsExactlyInAnyOrder(
            "ChargingStation.AvailabilityState", "ChargingStation.Problem", "TokenReader.Problem");
    says(play, 0, ConnectorStatus.AVAILABLE);
    assertThat(play.state.station().places().problems()).isEmpty();
  }

  @Test
  void whatTheVendorSaysOfItIsCarriedAndCut() {
    Play play = accepted(SoapVersion.V16);
    play.ask(
        StatusNotification.FROM_CHARGER,
        new StatusNotification.Request(
            1,
            ErrorCode.OTHER_ERROR,
            "hot ".repeat(200),
            ConnectorStatus.AVAILABLE,
            null,
            "ACME",
            "E" + "1".repeat(80)));
    JsonNode event = events(play).getLast();
    assertThat(event.path("techCode").asText()).hasSize(50).startsWith("E111");
    assertThat(event.path("techInfo").asText()).hasSize(500).startsWith("OtherError; ACME; hot");
  }

  @Test
  void anotherCodeOfTheVendorIsAnotherProblem() {
    Play play = accepted(SoapVersion.V16);
    for (String code : List.of("E1", "E2")) {
      play.ask(
          StatusNotification.FROM_CHARGER,
          new StatusNotification.Request(
              1, ErrorCode.OTHER_ERROR, null, ConnectorStatus.AVAILABLE, null, null, code));
    }
    assertThat(events(play))
        .extracting(e -> e.path("techCode").asText() + e.path("actualValue").asText())
        .containsExactly("E1true", "E1false", "E2true");
  }

  @Test
  void aProblemOfTheStationIsOverWhenNoConnectorReportsItAnyLonger() {
    Play play = accepted(SoapVersion.V15);
    says(play, 1, ConnectorStatus.AVAILABLE, ErrorCode.READER_FAILURE);
    says(play, 2, ConnectorStatus.AVAILABLE, ErrorCode.READER_FAILURE);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(events(play)).hasSize(1);
    says(play, 2, ConnectorStatus.AVAILABLE);
    assertThat(events(play)).hasSize(2);
  }

  @Test
  void anErrorOfAConnectorThatWorksIsAWarning() {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.AVAILABLE, ErrorCode.WEAK_SIGNAL);
    assertThat(play.last("StatusNotification").path("connectorStatus").asText())
        .isEqualTo("Available");
  }

  @Test
  void eventsThatTheCsmsFindsTooTrivialAreNotTold() {
    Play play = accepted(SoapVersion.V16);
    play.state = play.state.apply(List.of(new ModelChange.MonitoringLevel(2)));
    says(play, 0, ConnectorStatus.AVAILABLE);
    says(play, 1, ConnectorStatus.AVAILABLE, ErrorCode.WEAK_SIGNAL);
    says(play, 2, ConnectorStatus.AVAILABLE, ErrorCode.GROUND_FAILURE);
    assertThat(events(play)).extracting(Sessions::place).containsExactly("RCD/2.Tripped");
  }
}
