package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.answer;
import static org.ocppbridge.mappings.json201.Stations.charges;
import static org.ocppbridge.mappings.json201.Stations.key;
import static org.ocppbridge.mappings.json201.Stations.note;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.play.Play;

/** Each row of the table of commands, for each version. */
class StationCommandsTest extends StationCommandsCase {
  @ParameterizedTest
  @CsvSource({
    "CancelReservation,   ACCEPTED,         Accepted",
    "CancelReservation,   REJECTED,         Rejected",
    "ChangeAvailability,  ACCEPTED,         Accepted",
    "ChangeAvailability,  REJECTED,         Rejected",
    "ChangeAvailability,  SCHEDULED,        Scheduled",
    "ClearCache,          ACCEPTED,         Accepted",
    "ClearCache,          REJECTED,         Rejected",
    "ReserveNow,          ACCEPTED,         Accepted",
    "ReserveNow,          FAULTED,          Faulted",
    "ReserveNow,          OCCUPIED,         Occupied",
    "ReserveNow,          REJECTED,         Rejected",
    "ReserveNow,          UNAVAILABLE,      Unavailable",
    "Reset,               ACCEPTED,         Accepted",
    "Reset,               REJECTED,         Rejected",
    "SendLocalList,       ACCEPTED,         Accepted",
    "SendLocalList,       FAILED,           Failed",
    "SendLocalList,       VERSION_MISMATCH, VersionMismatch",
    "SendLocalList,       NOT_SUPPORTED,    Failed UnsupportedRequest",
    "UnlockConnector,     UNLOCKED,         Unlocked",
    "UnlockConnector,     UNLOCK_FAILED,    UnlockFailed",
    "UnlockConnector,     NOT_SUPPORTED,    UnlockFailed UnsupportedRequest",
  })
  void whatTheChargerAnswersTheCsmsGets(String action, String word, String status) {
    for (SoapVersion version : List.of(SoapVersion.V15, SoapVersion.V16)) {
      Play play = accepted(version);
      reserved(play);
      says(play, action, word);
      assertThat(answer(play, action, CALLS.get(action))).isEqualTo(status);
      assertThat(play.asked).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CancelReservation,  Rejected UnsupportedRequest",
    "ReserveNow,         Rejected UnsupportedRequest",
    "SendLocalList,      Failed UnsupportedRequest",
    "GetLocalListVersion, ''",
  })
  void whatA12ChargerDoesNotHaveTheBridgeAnswers(String action, String status) {
    Play play = accepted(SoapVersion.V12);
    assertThat(answer(play, action, CALLS.get(action))).isEqualTo(status);
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void aChargerThatFailsMeansTheNegativeWord(Why why) {
    Map<String, String> no =
        Map.of(
            "CancelReservation", "Rejected",
            "ChangeAvailability", "Rejected",
            "ClearCache", "Rejected",
            "ReserveNow", "Rejected",
            "Reset", "Rejected",
            "SendLocalList", "Failed",
            "UnlockConnector", "UnlockFailed");
    String reason = why == Why.NOT_SUPPORTED ? " UnsupportedRequest" : " InternalError";
    for (SoapVersion version : SoapVersion.values()) {
      no.forEach(
          (action, status) -> {
            Play play = accepted(version);
            if (version != SoapVersion.V12) {
              reserved(play);
            }
            play.chargerFails(OPERATIONS.get(action), why);
            String answer = answer(play, action, CALLS.get(action));
            String unasked = " UnsupportedRequest";
            assertThat(answer).isEqualTo(status + (play.asked.isEmpty() ? unasked : reason));
            assertThat(play.state.commands().reset().isPresent())
                .isEqualTo(
                    action.equals("Reset")
                        && List.of(Why.SILENT, Why.NOT_SOAP, Why.WRONG_ANSWER).contains(why));
          });
    }
  }

  @Test
  void anAnswerWithoutStatusIsNone() {
    Play play = accepted(SoapVersion.V16);
    play.charger(ClearCache.FROM_CSMS, new ClearCache.Answer(null));
    assertThat(answer(play, "ClearCache", "{}")).isEqualTo("Rejected InternalError");
    play.charger(GetLocalListVersion.FROM_CSMS, new GetLocalListVersion.Answer(null));
    assertThat(play.error("GetLocalListVersion", "{}")).isEqualTo("InternalError");
  }

  @Test
  void clearingTheCacheClearsTheBridgesToo() {
    Play play = accepted(SoapVersion.V12);
    IdTagInfo info = new IdTagInfo(AuthorizationStatus.ACCEPTED, null, null);
    note(play, new RegistrationChange.TokenJudged("T", info, List.of(), play.now));
    says(play, "ClearCache", "REJECTED");
    play.call("ClearCache", "{}");
    assertThat(play.state.tokens().known()).isNotEmpty();
    says(play, "ClearCache", "ACCEPTED");
    play.call("ClearCache", "{}");
    assertThat(play.state.tokens().known()).isEmpty();
  }

  @Test
  void aCacheThatIsSwitchedOffIsNotCleared() {
    Play play = accepted(SoapVersion.V16);
    key(play, "authorizationCacheEnabled", "FALSE");
    assertThat(answer(play, "ClearCache", "{}")).isEqualTo("Rejected NotEnabled");
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"evseId\":3,\"connectorId\":1} | UnknownConnector",
        "{\"evseId\":1,\"connectorId\":2} | UnknownConnector",
        "{\"evseId\":0,\"connectorId\":0} | UnknownConnector",
        "{\"evseId\":1,\"connectorId\":1} | OngoingAuthorizedTransaction",
      })
  void unlockingIsRefusedWithoutAskingTheCharger(String payload, String status) {
    for (SoapVersion version : SoapVersion.values()) {
      Play play = accepted(version);
      charges(play, 101, 1);
      assertThat(answer(play, "UnlockConnector", payload)).isEqualTo(status);
      assertThat(play.asked).isEmpty();
    }
  }

  @Test
  void aTransactionThatIsNotAuthorisedDoesNotKeepTheConnectorLocked() {
    Play play = accepted(SoapVersion.V16);
    charges(play, 101, 1);
    note(
        play,
        new TransactionChange.StartTold(
            101, new IdTagInfo(AuthorizationStatus.INVALID, null, null)));
    says(play, "UnlockConnector", "UNLOCKED");
    assertThat(answer(play, "UnlockConnector", "{\"evseId\":1,\"connectorId\":1}"))
        .isEqualTo("Unlocked");
  }

  @Test
  void unlockingIsRememberedForTheTransactionThatEnds() {
    Play play = accepted(SoapVersion.V15);
    says(play, "UnlockConnector", "UNLOCKED");
    play.call("UnlockConnector", CALLS.get("UnlockConnector"));
    assertThat(play.state.connectors().get(2).unlockedAt()).isEqualTo(play.now);
    assertThat(((UnlockConnector.Request) play.asked.getLast().request()).connectorId())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"evseId\":1 | \"evseId\":9 | Rejected UnknownEvse",
        "\"evseId\":1 | \"evseId\":0 | Rejected UnknownEvse",
        "\"evseId\":1, | '' | Rejected UnsupportedParam",
        "T13:00 | T11:00 | Rejected InvalidValue",
        "\"id\":5 | \"id\":5,\"connectorType\":\"cCCS2\" | Rejected UnknownConnectorType",
        "\"id\":5 | \"id\":5,\"connectorType\":\"round\" | PropertyConstraintViolation",
        "ISO14443 | RFID | PropertyConstraintViolation",
        "\"id\":5 | \"id\":5,\"ident\":5 | FormatViolation",
        "04A1B2C3 | 0123456789012345678901234567890123456 | PropertyConstraintViolation",
      })
  void aReservationThatCannotBeIsRefusedWithoutAskingTheCharger(
      String what, String by, String status) {
    for (SoapVersion version : List.of(SoapVersion.V15, SoapVersion.V16)) {
      Play play = accepted(version);
      assertThat(answer(play, "ReserveNow", RESERVE.replace(what, by))).isEqualTo(status);
      assertThat(play.asked).isEmpty();
    }
  }

  @Test
  void theWholeStationIsReservedIfTheChargerCanDoThat() {
    Play play = accepted(SoapVersion.V16);
    key(play, "ReserveConnectorZeroSupported", "true");
    says(play, "ReserveNow", "ACCEPTED");
    assertThat(answer(play, "ReserveNow", RESERVE.replace("\"evseId\":1,", "")))
        .isEqualTo("Accepted");
    assertThat(((ReserveNow.Request) play.asked.getLast().request()).connectorId()).isZero();
  }

  @Test
  void aReservationThatNobodyKnowsIsNotCancelled() {
    Play play = accepted(SoapVersion.V16);
    assertThat(answer(play, "CancelReservation", CALLS.get("CancelReservation")))
        .isEqualTo("Rejected NotFound");
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0",
        "\"evse\":{\"id\":0}, | 0",
        "\"evse\":{\"id\":2}, | 2",
        "\"evse\":{\"id\":2,\"connectorId\":1}, | 2",
      })
  void availabilityIsChangedWhereTheCsmsWantsIt(String evse, int connector) {
    for (SoapVersion version : SoapVersion.values()) {
      Play play = accepted(version);
      says(play, "ChangeAvailability", "ACCEPTED");
      play.call("ChangeAvailability", "{" + evse + "\"operationalStatus\":\"Operative\"}");
      assertThat(play.asked).hasSize(1);
      assertThat(((ChangeAvailability.Request) play.asked.getLast().request()).connectorId())
          .isEqualTo(connector);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":3}",
        "{\"id\":-1}",
        "{\"id\":1,\"connectorId\":2}",
        "{\"id\":0,\"connectorId\":1}"
      })
  void anUnknownPlaceCannotChangeItsAvailability(String evse) {
    Play play = accepted(SoapVersion.V16);
    String payload = "{\"operationalStatus\":\"Operative\",\"evse\":" + evse + "}";
    assertThat(answer(play, "ChangeAvailability", payload)).isEqualTo("Rejected UnknownEvse");
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, ACCEPTED, Accepted",
    "ACCEPTED, SCHEDULED, Scheduled",
    "SCHEDULED, ACCEPTED, Scheduled",
    "REJECTED, SCHEDULED, Rejected",
    "ACCEPTED, REJECTED, Rejected",
  })
  void anEvseOfTwoConnectorsIsAskedTwiceAndAnsweredOnce(
      AvailabilityStatus one, AvailabilityStatus two, String status) {
    Play play = grouped();
    play.chargerAnswers(
        ChangeAvailability.FROM_CSMS,
        request -> new ChangeAvailability.Answer(request.connectorId() == 1 ? one : two));
    String payload = "{\"evse\":{\"id\":1},\"operationalStatus\":\"Inoperative\"}";
    assertThat(answer(play, "ChangeAvailability", payload)).isEqualTo(status);
    assertThat(play.asked).hasSize(2);
    assertThat(play.state.station().orders().closes(2))
        .isEqualTo(two != AvailabilityStatus.REJECTED);
  }

  @Test
  void aConnectorOfAGroupIsUnlockedByItsPlace() {
    Play play = grouped();
    says(play, "UnlockConnector", "UNLOCKED");
    play.call("UnlockConnector", "{\"evseId\":1,\"connectorId\":2}");
    assertThat(((UnlockConnector.Request) play.asked.getLast().request()).connectorId())
        .isEqualTo(2);
  }

  private static Play grouped() {
    Play play = accepted(SoapVersion.V16);
    Policy d = Policy.DEFAULT;
    play.policy =
        new Policy(
            d.timezone(),
            d.authorizeUnknown(),
            d.startUnknown(),
            d.heartbeatMin(),
            d.heartbeatMax(),
            d.waits(),
            d.tokenLifetime(),
            d.assumedBoot(),
            d.link(),
            d.spellCelcius(),
            d.acceptUnverifiedSigned(),
            new Policy201(
                List.of(List.of(1, 2)),
                d.ocpp201().tokenType(),
                d.ocpp201().gatePending(),
                d.ocpp201().staleAfter(),
                d.ocpp201().sampleAge()));
    return play;
  }
}
