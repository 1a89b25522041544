package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.all;
import static org.ocppbridge.mappings.json201.station.Sessions.events;
import static org.ocppbridge.mappings.json201.station.Sessions.place;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;

/** The connectorStatus of connectors, and the availability of the station. */
class StatusTest {

  private static final Map<ConnectorStatus, String> WORDS =
      Map.of(
          ConnectorStatus.AVAILABLE, "Available",
          ConnectorStatus.OCCUPIED, "Occupied",
          ConnectorStatus.PREPARING, "Occupied",
          ConnectorStatus.CHARGING, "Occupied",
          ConnectorStatus.SUSPENDED_EV, "Occupied",
          ConnectorStatus.SUSPENDED_EVSE, "Occupied",
          ConnectorStatus.FINISHING, "Occupied",
          ConnectorStatus.RESERVED, "Reserved",
          ConnectorStatus.UNAVAILABLE, "Unavailable",
          ConnectorStatus.FAULTED, "Faulted");

  private static List<String> told(Play play) {
    return all(play, "StatusNotification").stream()
        .map(
            p ->
                p.path("evseId").asInt()
                    + "/"
                    + p.path("connectorId").asInt()
                    + " "
                    + p.path("connectorStatus").asText())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyStatusOfAConnectorHasItsWord(SoapVersion version) {
    for (ConnectorStatus status : ConnectorStatus.values()) {
      Play play = accepted(version);
      says(play, 3, status);
      assertThat(told(play)).as(status.wire()).containsExactly("3/1 " + WORDS.get(status));
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void everyStatusOfTheStationIsAnEvent(SoapVersion version) {
    for (ConnectorStatus status : ConnectorStatus.values()) {
      Play play = accepted(version);
      says(play, 0, status);
      says(play, 0, status);
      assertThat(told(play)).isEmpty();
      assertThat(events(play))
          .filteredOn(e -> place(e).equals("ChargingStation.AvailabilityState"))
          .singleElement()
          .matches(e -> e.path("actualValue").asText().equals(WORDS.get(status)))
          .matches(e -> e.path("trigger").asText().equals("Delta"))
          .matches(e -> e.path("eventNotificationType").asText().equals("HardWiredMonitor"));
    }
  }

  @Test
  void whatDoesNotChangeTheConnectorStatusIsNotToldAgain() {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.PREPARING);
    says(play, 1, ConnectorStatus.CHARGING);
    says(play, 1, ConnectorStatus.FINISHING);
    assertThat(told(play)).containsExactly("1/1 Occupied");
  }

  @ParameterizedTest
  @CsvSource({
    "V12, 2026-03-01T12:00:00Z",
    "V15, 2026-03-01T11:00:00Z",
    "V16, 2026-03-01T11:00:00Z"
  })
  void theTimeIsThatOfTheChargerIfItHasOne(SoapVersion version, String wanted) {
    Play play = accepted(version);
    Instant at = version == SoapVersion.V12 ? null : Instant.parse("2026-03-01T11:00:00Z");
    play.ask(
        StatusNotification.FROM_CHARGER,
        new StatusNotification.Request(
            1, ErrorCode.NO_ERROR, null, ConnectorStatus.AVAILABLE, at, null, null));
    assertThat(play.last("StatusNotification").path("timestamp").asText()).isEqualTo(wanted);
  }

  @Test
  void theStatusComesBeforeItsEvents() {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.FAULTED, ErrorCode.GROUND_FAILURE);
    assertThat(play.actions()).containsExactly("StatusNotification", "NotifyEvent");
  }

  @Test
  void connectorsOfOneEvseAreReservedAndFreeTogether() {
    Play play = Sessions.grouped(SoapVersion.V15, List.of(List.of(1, 2), List.of(3)));
    says(play, 1, ConnectorStatus.AVAILABLE);
    says(play, 2, ConnectorStatus.AVAILABLE);
    says(play, 3, ConnectorStatus.AVAILABLE);
    play.sent.clear();
    says(play, 2, ConnectorStatus.RESERVED);
    assertThat(told(play)).containsExactly("1/1 Reserved", "1/2 Reserved");
    play.sent.clear();
    says(play, 2, ConnectorStatus.AVAILABLE);
    assertThat(told(play)).containsExactly("1/1 Available", "1/2 Available");
  }

  @Test
  void whatNoVersionHasIsAnsweredAndNotTold() {
    Play play = accepted(SoapVersion.V15);
    says(play, 1, null);
    says(play, -4, ConnectorStatus.AVAILABLE);
    says(play, 2_000_000_000, ConnectorStatus.AVAILABLE);
    assertThat(play.sent).isEmpty();
    assertThat(play.losses).hasSizeGreaterThanOrEqualTo(3);
    assertThat(play.state.connectors().all()).isEmpty();
  }

  @Test
  void aStatusWhileTheCsmsIsAwayIsToldWhenItIsBack() {
    Play play = accepted(SoapVersion.V16);
    says(play, 1, ConnectorStatus.AVAILABLE);
    play.up = false;
    says(play, 1, ConnectorStatus.PREPARING);
    says(play, 1, ConnectorStatus.FAULTED, ErrorCode.GROUND_FAILURE);
    play.sent.clear();
    play.comesBack();
    ObjectNode last = play.last("StatusNotification");
    assertThat(last.path("connectorStatus").asText()).isEqualTo("Faulted");
    assertThat(events(play)).hasSize(1);
  }
}
