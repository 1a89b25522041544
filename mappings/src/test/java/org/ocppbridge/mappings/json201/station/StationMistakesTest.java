package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.all;
import static org.ocppbridge.mappings.json201.station.Sessions.events;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** What other translators get wrong about a station, and this one must not. */
class StationMistakesTest {

  /** The time of the bridge instead of the charger's. */
  @Test
  void theChargersTimeIsKept() {
    Play play = accepted(SoapVersion.V15);
    Instant at = play.now.minus(Duration.ofHours(3));
    play.ask(
        StatusNotification.FROM_CHARGER,
        new StatusNotification.Request(
            1, ErrorCode.READER_FAILURE, null, ConnectorStatus.FAULTED, at, null, null));
    assertThat(play.last("StatusNotification").path("timestamp").asText()).isEqualTo(at.toString());
    assertThat(events(play).getLast().path("timestamp").asText()).isEqualTo(at.toString());
  }

  /** Refusing chargers whose EVSEs have several connectors, or mixing the two numbers up. */
  @Test
  void anEvseMayHaveSeveralConnectors() {
    Play play = Sessions.grouped(SoapVersion.V16, List.of(List.of(1, 2), List.of(3)));
    says(play, 2, ConnectorStatus.AVAILABLE);
    says(play, 3, ConnectorStatus.AVAILABLE);
    assertThat(all(play, "StatusNotification"))
        .extracting(p -> p.path("evseId").asInt() + "/" + p.path("connectorId").asInt())
        .containsExactly("1/2", "2/1");
    assertThat(
            play.status(
                "TriggerMessage",
                "{\"requestedMessage\":\"StatusNotification\",\"evse\":{\"id\":2,\"connectorId\":2}}"))
        .isEqualTo("Rejected");
  }

  /** Throwing at reports and security messages. */
  @Test
  void securityMessagesAreSent() {
    Play play = Sessions.fresh(SoapVersion.V12);
    play.ask(BootNotification.FROM_CHARGER, Say.boot("M"));
    assertThat(play.actions()).contains("SecurityEventNotification");
  }

  /** Occupied taken for Charging. */
  @Test
  void occupiedSaysNothingOfCharging() {
    Play play = accepted(SoapVersion.V15);
    says(play, 1, ConnectorStatus.OCCUPIED);
    assertThat(play.actions()).containsExactly("StatusNotification");
    assertThat(play.last("StatusNotification").path("connectorStatus").asText())
        .isEqualTo("Occupied");
  }

  /** Pending turned into Rejected with no way for the CSMS to be served. */
  @Test
  void aPendingChargerIsServedWhateverItsVersion() {
    for (SoapVersion version : SoapVersion.values()) {
      Play play = Sessions.fresh(version);
      play.csms("BootNotification", Play.boot("Pending", 300));
      play.ask(BootNotification.FROM_CHARGER, Say.boot("M"));
      assertThat(play.status("TriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}"))
          .isEqualTo("Accepted");
      play.csms("BootNotification", Play.boot("Accepted", 300));
      play.passes(Duration.ofSeconds(300));
      assertThat(play.state.registration().is(RegistrationStatus.ACCEPTED)).isTrue();
    }
  }

  /** NotifyEvent skipped, so that a fault is a connectorStatus and nothing more. */
  @Test
  void aFaultIsMoreThanAConnectorStatus() {
    Play play = accepted(SoapVersion.V12);
    says(play, 1, ConnectorStatus.FAULTED, ErrorCode.CONNECTOR_LOCK_FAILURE);
    assertThat(play.actions()).containsExactly("StatusNotification", "NotifyEvent");
    assertThat(events(play).getFirst().path("component").path("name").asText())
        .isEqualTo("ConnectorPlugRetentionLock");
  }

  /** A problem that is told and never cleared. */
  @Test
  void aProblemThatIsOverIsCleared() {
    Play play = accepted(SoapVersion.V12);
    says(play, 1, ConnectorStatus.FAULTED, ErrorCode.CONNECTOR_LOCK_FAILURE);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(events(play).getLast().path("cleared").asBoolean()).isTrue();
  }
}
