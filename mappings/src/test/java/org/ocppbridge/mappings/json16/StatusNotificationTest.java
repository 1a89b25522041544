package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** StatusNotification in the words of 1.6J. */
class StatusNotificationTest {

  private final Play play = Play.accepted(SoapVersion.V15);

  private ObjectNode says(StatusNotification.Request request) {
    play.ask(StatusNotification.FROM_CHARGER, request);
    return play.last("StatusNotification");
  }

  private String occupied() {
    return says(Say.status(1, ConnectorStatus.OCCUPIED)).path("status").asText();
  }

  @Test
  void occupiedIsPreparingThenChargingThenFinishing() {
    assertThat(occupied()).isEqualTo("Preparing");
    int id =
        play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "1")).transactionId();
    assertThat(occupied()).isEqualTo("Charging");
    play.ask(StopTransaction.FROM_CHARGER, Say.stop(id, "TAG", play.now, "2"));
    assertThat(occupied()).isEqualTo("Finishing");
    says(Say.status(1, ConnectorStatus.AVAILABLE));
    assertThat(occupied()).isEqualTo("Preparing");
  }

  @Test
  void theMainControllerIsAvailableUnavailableOrFaulted() {
    assertThat(says(Say.status(0, ConnectorStatus.OCCUPIED)).path("status").asText())
        .isEqualTo("Available");
    assertThat(says(Say.status(0, ConnectorStatus.FAULTED)).path("status").asText())
        .isEqualTo("Faulted");
  }

  @Test
  void mode3ErrorIsACommunicationErrorWithAVehicleAndElseAnOther() {
    ObjectNode with = says(Say.status(1, ConnectorStatus.OCCUPIED, ErrorCode.MODE_3_ERROR));
    assertThat(with.path("errorCode").asText()).isEqualTo("EVCommunicationError");
    ObjectNode without = says(Say.status(1, ConnectorStatus.FAULTED, ErrorCode.MODE_3_ERROR));
    assertThat(without.path("errorCode").asText()).isEqualTo("OtherError");
    assertThat(without.path("vendorErrorCode").asText()).isEqualTo("Mode3Error");
  }

  @Test
  void anUnchangedStatusIsForwardedAgainAndAnUnknownOneNot() {
    says(Say.status(1, ConnectorStatus.AVAILABLE));
    says(Say.status(1, ConnectorStatus.AVAILABLE));
    assertThat(play.sent).hasSize(2);
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, null));
    assertThat(play.sent).hasSize(2);
  }

  @Test
  void longTextsAreCutByCharactersNotByHalves() {
    String text = "\uD83D\uDD0C".repeat(60);
    ObjectNode payload =
        says(
            new StatusNotification.Request(
                1,
                ErrorCode.NO_ERROR,
                text,
                ConnectorStatus.AVAILABLE,
                null,
                text.repeat(5),
                text));
    assertThat(payload.path("info").asText()).isEqualTo("\uD83D\uDD0C".repeat(50));
    assertThat(payload.path("timestamp").asText()).isEqualTo("2026-03-01T12:00:00Z");
  }
}
