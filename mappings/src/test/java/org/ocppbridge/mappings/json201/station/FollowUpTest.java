package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.charges;
import static org.ocppbridge.mappings.json201.Stations.note;
import static org.ocppbridge.mappings.json201.Stations.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** What the CSMS is told after a command that changes a connector. */
class FollowUpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final String RESERVE =
      "{\"id\":5,\"expiryDateTime\":\"2026-03-01T13:00:00Z\",\"evseId\":1,"
          + "\"idToken\":{\"idToken\":\"04A1B2C3\",\"type\":\"ISO14443\"}}";

  private static Play answering(SoapVersion version, AvailabilityStatus status) {
    Play play = accepted(version);
    play.charger(ChangeAvailability.FROM_CSMS, new ChangeAvailability.Answer(status));
    play.charger(ReserveNow.FROM_CSMS, new ReserveNow.Answer(ReservationStatus.ACCEPTED));
    play.charger(
        CancelReservation.FROM_CSMS,
        new CancelReservation.Answer(CancelReservationStatus.ACCEPTED));
    return play;
  }

  private static void change(Play play, String evse, String to) {
    play.call("ChangeAvailability", "{" + evse + "\"operationalStatus\":\"" + to + "\"}");
  }

  /** What the CSMS was told of connectors, as {@code evse:status}. */
  private static List<String> told(Play play) {
    List<String> told =
        play.sent.stream()
            .filter(sent -> sent.action().equals("StatusNotification"))
            .map(sent -> told(sent.payload()))
            .toList();
    play.sent.clear();
    return told;
  }

  private static String told(ObjectNode payload) {
    return payload.path("evseId").asInt() + ":" + payload.path("connectorStatus").asText();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void aSilentChargersConnectorIsToldUnavailableAndAvailableAgain(SoapVersion version) {
    Play play = answering(version, AvailabilityStatus.ACCEPTED);
    change(play, "\"evse\":{\"id\":1},", "Inoperative");
    play.passes(SHORT);
    assertThat(told(play)).isEmpty();
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Unavailable");
    change(play, "\"evse\":{\"id\":1},", "Operative");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Available");
    play.passes(PATIENCE);
    assertThat(told(play)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void theWholeStationMeansAllItsConnectors(SoapVersion version) {
    Play play = answering(version, AvailabilityStatus.ACCEPTED);
    change(play, "", "Inoperative");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Unavailable", "2:Unavailable");
  }

  @Test
  void aChargerThatReportsByItselfIsNotSpokenFor() {
    Play play = answering(SoapVersion.V16, AvailabilityStatus.ACCEPTED);
    change(play, "\"evse\":{\"id\":1},", "Inoperative");
    play.later(SHORT);
    reports(play, 1, ConnectorStatus.FAULTED, "Faulted");
    play.passes(PATIENCE);
    assertThat(told(play)).isEmpty();
  }

  @Test
  void aConnectorThatChargesIsNotToldUnavailable() {
    Play play = answering(SoapVersion.V12, AvailabilityStatus.SCHEDULED);
    charges(play, 101, 1);
    change(play, "", "Inoperative");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("2:Unavailable");
    change(play, "\"evse\":{\"id\":1},", "Inoperative");
    play.passes(PATIENCE);
    assertThat(told(play)).isEmpty();
  }

  @Test
  void aConnectorStaysClosedWhenTheStationOpens() {
    Play play = answering(SoapVersion.V15, AvailabilityStatus.ACCEPTED);
    change(play, "\"evse\":{\"id\":2},", "Inoperative");
    change(play, "", "Inoperative");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactlyInAnyOrder("1:Unavailable", "2:Unavailable");
    change(play, "", "Operative");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Available");
  }

  @Test
  void aChargerThatForgetsOverItsBootIsToldAgain() {
    Play play = answering(SoapVersion.V12, AvailabilityStatus.ACCEPTED);
    change(play, "", "Inoperative");
    change(play, "\"evse\":{\"id\":2},", "Inoperative");
    play.later(PATIENCE);
    note(play, new RegistrationChange.Booted(Say.boot("Model"), play.now));
    ClosedConnectors.afterBoot(play.view()).forEach(change -> note(play, change));
    play.later(SHORT);
    reports(play, 2, ConnectorStatus.UNAVAILABLE, "Unavailable");
    reports(play, 1, ConnectorStatus.AVAILABLE, "Available");
    play.asked.clear();
    play.passes(ClosedConnectors.PATIENCE);
    assertThat(play.asked)
        .extracting(asked -> ((ChangeAvailability.Request) asked.request()).connectorId())
        .containsExactly(0);
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V15", "V16"})
  void aReservationIsToldAndItsEndToo(SoapVersion version) {
    Play play = answering(version, AvailabilityStatus.ACCEPTED);
    play.call("ReserveNow", RESERVE);
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Reserved");
    play.passes(Duration.ofHours(1));
    assertThat(play.actions()).containsExactly("ReservationStatusUpdate");
    assertThat(play.last("ReservationStatusUpdate").toString())
        .isEqualTo("{\"reservationId\":5,\"reservationUpdateStatus\":\"Expired\"}");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Available");
    assertThat(play.state.commands().reservations()).isEmpty();
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aCancelledReservationIsTold() {
    Play play = answering(SoapVersion.V15, AvailabilityStatus.ACCEPTED);
    play.call("ReserveNow", RESERVE);
    play.passes(PATIENCE);
    told(play);
    play.call("CancelReservation", "{\"reservationId\":5}");
    play.passes(PATIENCE);
    assertThat(told(play)).containsExactly("1:Available");
    play.passes(Duration.ofHours(1));
    assertThat(play.actions()).isEmpty();
  }

  @Test
  void aReservationThatWasUsedDoesNotExpire() {
    Play play = answering(SoapVersion.V16, AvailabilityStatus.ACCEPTED);
    play.call("ReserveNow", RESERVE);
    note(play, new CommandChange.ReservationOver(5));
    charges(play, 101, 1);
    play.passes(PATIENCE);
    play.passes(Duration.ofHours(1));
    assertThat(play.actions()).isEmpty();
    assertThat(play.state.wakeUps()).isEmpty();
  }

  @Test
  void aReservationThatIsRenewedExpiresLater() {
    Play play = answering(SoapVersion.V16, AvailabilityStatus.ACCEPTED);
    play.call("ReserveNow", RESERVE);
    play.call("ReserveNow", RESERVE.replace("T13", "T15"));
    play.passes(Duration.ofMinutes(61));
    assertThat(play.actions()).doesNotContain("ReservationStatusUpdate");
    play.passes(Duration.ofHours(2));
    assertThat(play.actions()).contains("ReservationStatusUpdate");
  }

  @Test
  void aReservationOfTheChargersOwnWordIsNotToldTwice() {
    Play play = answering(SoapVersion.V16, AvailabilityStatus.ACCEPTED);
    play.call("ReserveNow", RESERVE);
    note(play, new PlaceChange.StatusTold(1, "Reserved"));
    play.passes(PATIENCE);
    assertThat(play.actions()).isEmpty();
  }
}
