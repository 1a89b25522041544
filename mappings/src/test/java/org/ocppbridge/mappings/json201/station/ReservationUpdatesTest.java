package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.station.Sessions.accepted;
import static org.ocppbridge.mappings.json201.station.Sessions.all;
import static org.ocppbridge.mappings.json201.station.Sessions.says;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.CommandChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.rules.Tags;

/** What the status of a reserved connector means for its reservation. */
class ReservationUpdatesTest {

  private static Play reserved(SoapVersion version) {
    Play play = accepted(version);
    play.charger(
        CancelReservation.FROM_CSMS,
        new CancelReservation.Answer(CancelReservationStatus.ACCEPTED));
    play.state =
        play.state.apply(
            List.of(
                new CommandChange.Reserved(
                    new ReserveNow.Request(
                        1, play.now.plus(Duration.ofHours(1)), "TAG", null, 5))));
    says(play, 1, ConnectorStatus.RESERVED);
    play.sent.clear();
    return play;
  }

  @ParameterizedTest
  @EnumSource(
      value = ConnectorStatus.class,
      names = {"FAULTED", "UNAVAILABLE"})
  void aConnectorThatBreaksLosesItsReservation(ConnectorStatus status) {
    Play play = reserved(SoapVersion.V16);
    says(play, 1, status);
    assertThat(play.last("ReservationStatusUpdate"))
        .isEqualTo(Play.object("{\"reservationId\":5,\"reservationUpdateStatus\":\"Removed\"}"));
    play.passes(Duration.ZERO);
    assertThat(play.asked.getLast().request()).isEqualTo(new CancelReservation.Request(5));
    says(play, 1, status);
    assertThat(all(play, "ReservationStatusUpdate")).hasSize(1);
  }

  @Test
  void aConnectorThatIsFreeAgainWithoutOrderLosesItToo() {
    Play play = reserved(SoapVersion.V15);
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(all(play, "ReservationStatusUpdate")).hasSize(1);
    assertThat(play.state.commands().reservations()).isEmpty();
  }

  @Test
  void whoWasJustAuthorisedHasUsedIt() {
    Play play = reserved(SoapVersion.V15);
    play.state =
        play.state.apply(
            List.of(new RegistrationChange.TokenJudged("TAG", Tags.ACCEPTED, List.of(), play.now)));
    play.later(Duration.ofSeconds(50));
    says(play, 1, ConnectorStatus.AVAILABLE);
    assertThat(all(play, "ReservationStatusUpdate")).isEmpty();
    assertThat(play.state.commands().reservations()).isEmpty();
  }

  @Test
  void otherConnectorsAndOtherStatusesLeaveItAlone() {
    Play play = reserved(SoapVersion.V16);
    says(play, 2, ConnectorStatus.FAULTED);
    says(play, 1, ConnectorStatus.PREPARING);
    assertThat(all(play, "ReservationStatusUpdate")).isEmpty();
    assertThat(play.state.commands().reservations()).hasSize(1);
  }
}
