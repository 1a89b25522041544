package org.ocppbridge.mappings.json201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ConnectorChange;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.DeviceModel;
import org.ocppbridge.mappings.ModelChange;
import org.ocppbridge.mappings.PlaceChange;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Charging stations in a certain state, for tests of single operations. */
public final class Stations {

  private Stations() {}

  /** A station with two EVSEs that the CSMS has accepted. */
  public static Play accepted(SoapVersion version) {
    Play play = new Play(version, new Json201());
    note(
        play,
        new RegistrationChange.Booted(Say.boot("Model"), play.now),
        new RegistrationChange.Answered(RegistrationStatus.ACCEPTED, 300, play.now));
    reports(play, 1, ConnectorStatus.AVAILABLE, "Available");
    reports(play, 2, ConnectorStatus.AVAILABLE, "Available");
    play.later(java.time.Duration.ofSeconds(1));
    return play;
  }

  public static void note(Play play, Change... changes) {
    play.state = play.state.apply(List.of(changes));
  }

  /** The charger reported a status, and the CSMS was told. */
  public static void reports(Play play, int connector, ConnectorStatus status, String told) {
    note(
        play,
        new ConnectorChange.Reported(Say.status(connector, status), play.now),
        new PlaceChange.StatusTold(connector, told));
  }

  /** A transaction runs that the CSMS knows as {@code tx-} and its number. */
  public static void charges(Play play, int id, int connector) {
    note(
        play,
        new TransactionChange.Started(id, Say.start(connector, "TAG", play.now, "1"), play.now),
        new TransactionChange.StartTold(
            id, new IdTagInfo(AuthorizationStatus.ACCEPTED, null, null)),
        new TransactionChange.CsmsIdKnown(id, "tx-" + id));
  }

  /** The charger's configuration has this key. */
  public static void key(Play play, String key, String value) {
    note(play, new ModelChange.KeyKnown(key, new DeviceModel.Key(value, true, play.now)));
  }

  /**
   * The answer, in the form {@code status} or {@code status reasonCode} or the CALLERROR's code.
   */
  public static String answer(Play play, String action, String payload) {
    return switch (play.call(action, payload)) {
      case CsmsAnswer.Result(ObjectNode result) ->
          Optional.of(result.path("statusInfo").path("reasonCode").asText())
              .filter(reason -> !reason.isEmpty())
              .map(reason -> result.path("status").asText() + " " + reason)
              .orElse(result.path("status").asText());
      case CsmsAnswer.Error(String code, String description) -> {
        assertThat(description).hasSizeLessThanOrEqualTo(255);
        yield code;
      }
      case CsmsAnswer.Silence(String reason) -> "silence: " + reason;
    };
  }
}
