package org.ocppbridge.mappings.json201.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.json201.Stations;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.ErrorCode;
import org.ocppbridge.mappings.model.Operations;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Nothing is dropped, changed or made in silence between SOAP and 2.0.1. */
class LossesTest {

  private final Play play = Stations.accepted(SoapVersion.V16);

  @Test
  void whatABootHasNoPlaceForIsNamed() {
    Play fresh = new Play(SoapVersion.V15, new Json201());
    fresh.ask(
        BootNotification.FROM_CHARGER,
        new BootNotification.Request("V", "M", "cp", "box", null, null, null, "type", "meter"));
    assertThat(told(fresh))
        .containsExactly(
            "dropped chargeBoxSerialNumber",
            "dropped meterType",
            "dropped meterSerialNumber",
            "synthesised reason");
  }

  @Test
  void aBootThatIsNotForwardedLosesNothing() {
    Play fresh = new Play(SoapVersion.V15, new Json201());
    fresh.csms("BootNotification", Play.boot("Rejected", 300));
    fresh.ask(BootNotification.FROM_CHARGER, Say.boot("M"));
    fresh.losses.clear();
    fresh.ask(BootNotification.FROM_CHARGER, Say.boot("M"));
    assertThat(told(fresh)).isEmpty();
  }

  @Test
  void whatAStartDoesNotSayItselfIsNamed() {
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", play.now, "10"));
    assertThat(told(play))
        .contains(
            "synthesised transactionId",
            "synthesised triggerReason",
            "synthesised chargingState",
            "synthesised StatusNotification");
  }

  @ParameterizedTest
  @CsvSource({
    "PREPARING, changed status",
    "CHARGING, changed status",
    "SUSPENDED_EV, changed status",
    "FINISHING, changed status",
    "AVAILABLE, ''",
    "RESERVED, ''"
  })
  void aFinerStatusThan201KnowsIsNamed(ConnectorStatus status, String loss) {
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, status));
    assertThat(String.join(", ", told(play))).contains(loss);
  }

  @Test
  void anInfoWithoutTroubleIsNamed() {
    play.ask(
        StatusNotification.FROM_CHARGER,
        new StatusNotification.Request(
            1, ErrorCode.NO_ERROR, "all is well", ConnectorStatus.AVAILABLE, play.now, null, null));
    assertThat(told(play)).containsExactly("dropped info");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "RequestStartTransaction|{\"remoteStartId\":1,\"evseId\":1,\"idToken\":TOKEN,\"groupIdToken\":TOKEN}"
            + "|changed idToken, dropped groupIdToken, dropped idToken.additionalInfo",
        "ReserveNow|{\"id\":1,\"evseId\":1,\"expiryDateTime\":\"2027-01-01T00:00:00Z\",\"idToken\":TOKEN}"
            + "|changed idToken, dropped idToken.additionalInfo",
        "SendLocalList|{\"versionNumber\":1,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idToken\":TOKEN,"
            + "\"idTokenInfo\":{\"status\":\"Accepted\"}}]}"
            + "|changed idToken, dropped localAuthorizationList[0].idToken.additionalInfo",
        "SetChargingProfile|{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":0,\"chargingProfilePurpose\":"
            + "\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":"
            + "\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16.07}]}]}}"
            + "|changed chargingProfile.chargingSchedule[0].chargingSchedulePeriod[0].limit",
        "UpdateFirmware|{\"requestId\":1,\"firmware\":{\"location\":\"ftp://x/y\",\"retrieveDateTime\":"
            + "\"2027-01-01T00:00:00Z\",\"installDateTime\":\"2027-01-02T00:00:00Z\"}}"
            + "|dropped firmware.installDateTime",
        "ClearCache|{\"customData\":{\"vendorId\":\"x\"}}|dropped customData"
      })
  void whatACommandCannotCarryIsNamedEvenIfTheChargerFails(
      String action, String payload, String losses) {
    Operations.FROM_CSMS.forEach(operation -> play.chargerFails(operation, Why.SILENT));
    String token =
        "{\"idToken\":\"LONGER-THAN-TWENTY-CHARACTERS\",\"type\":\"eMAID\",\"additionalInfo\":"
            + "[{\"additionalIdToken\":\"a\",\"type\":\"b\"}]}";
    play.call(action, payload.replace("TOKEN", token));
    assertThat(told(play)).containsAll(List.of(losses.split(", ")));
  }

  @Test
  void aCallThatIsNotReadLosesNothing() {
    play.error("Reset", "{\"customData\":{\"vendorId\":\"x\"}}");
    assertThat(told(play)).isEmpty();
  }

  private static List<String> told(Play play) {
    Stream<Loss> losses = play.losses.stream();
    return losses
        .map(loss -> loss.kind().name().toLowerCase(Locale.ROOT) + " " + loss.field())
        .toList();
  }
}
