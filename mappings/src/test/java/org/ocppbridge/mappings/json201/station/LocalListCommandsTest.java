package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.answer;
import static org.ocppbridge.mappings.json201.Stations.key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.play.Play;

/** SendLocalList and GetLocalListVersion (D01, D02). */
class LocalListCommandsTest extends StationCommandsCase {
  @ParameterizedTest
  @EnumSource(Why.class)
  void aListVersionThatNobodyKnowsIsAnError(Why why) {
    Play play = accepted(SoapVersion.V16);
    play.chargerFails(GetLocalListVersion.FROM_CSMS, why);
    if (why == Why.NOT_SUPPORTED) {
      assertThat(version(play)).isZero();
    } else {
      assertThat(play.error("GetLocalListVersion", "{}")).isEqualTo("InternalError");
    }
  }

  private static int version(Play play) {
    CsmsAnswer answer = play.call("GetLocalListVersion", "{}");
    return ((CsmsAnswer.Result) answer).payload().path("versionNumber").asInt(-9);
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 0", "-1, 0"})
  void noListIsVersionZero(String said, int told) {
    Play play = accepted(SoapVersion.V16);
    says(play, "GetLocalListVersion", said);
    assertThat(version(play)).isEqualTo(told);
    key(play, "LocalAuthListEnabled", "false");
    play.asked.clear();
    assertThat(version(play)).isZero();
    assertThat(play.asked).isEmpty();
    assertThat(version(accepted(SoapVersion.V12))).isZero();
  }

  @Test
  void theLocalListIsTranslated() {
    Play play = accepted(SoapVersion.V16);
    says(play, "SendLocalList", "ACCEPTED");
    assertThat(answer(play, "SendLocalList", LIST)).isEqualTo("Accepted");
    SendLocalList.Request sent = (SendLocalList.Request) play.asked.getLast().request();
    assertThat(sent.listVersion()).isEqualTo(3);
    var entry = sent.localAuthorizationList().getFirst();
    assertThat(entry.idTag()).isEqualTo("04A1B2C3");
    assertThat(entry.idTagInfo().status()).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(entry.idTagInfo().parentIdTag()).isEqualTo("FLEET");
    var names = play.state.station().names();
    assertThat(names.behind("fleet").orElseThrow().type()).isEqualTo("Central");
    assertThat(play.state.station().model().own()).containsEntry("LocalAuthListCtrlr.Entries", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "Accepted, ACCEPTED",
    "Blocked, BLOCKED",
    "ConcurrentTx, CONCURRENT_TX",
    "Expired, EXPIRED",
    "Invalid, INVALID",
    "Unknown, INVALID",
    "NoCredit, BLOCKED",
    "NotAllowedTypeEVSE, BLOCKED",
    "NotAtThisLocation, BLOCKED",
    "NotAtThisTime, BLOCKED",
  })
  void eachStatusOfATokenHasOneOfAnIdTag(String status, AuthorizationStatus expected) {
    Play play = accepted(SoapVersion.V15);
    says(play, "SendLocalList", "ACCEPTED");
    play.call("SendLocalList", LIST.replace("NoCredit", status));
    SendLocalList.Request sent = (SendLocalList.Request) play.asked.getLast().request();
    assertThat(sent.localAuthorizationList().getFirst().idTagInfo().status()).isEqualTo(expected);
  }

  @Test
  void anEntryWithoutInfoIsDeletedByADifferentialUpdateAndRefusedInAFullOne() {
    Play play = accepted(SoapVersion.V16);
    says(play, "SendLocalList", "ACCEPTED");
    String bare =
        "{\"versionNumber\":4,\"updateType\":\"Differential\",\"localAuthorizationList\":"
            + "[{\"idToken\":{\"idToken\":\"A\",\"type\":\"Local\"}}]}";
    assertThat(answer(play, "SendLocalList", bare)).isEqualTo("Accepted");
    SendLocalList.Request sent = (SendLocalList.Request) play.asked.getLast().request();
    assertThat(sent.localAuthorizationList().getFirst().idTagInfo()).isNull();
    assertThat(answer(play, "SendLocalList", bare.replace("Differential", "Full")))
        .isEqualTo("Failed InvalidValue");
  }

  @Test
  void listsThatAChargerCannotHoldAreRefused() {
    Play play = accepted(SoapVersion.V16);
    String two =
        "{\"versionNumber\":4,\"updateType\":\"Differential\",\"localAuthorizationList\":"
            + "[{\"idToken\":{\"idToken\":\"ab\",\"type\":\"Local\"}},"
            + "{\"idToken\":{\"idToken\":\"AB\",\"type\":\"Local\"}}]}";
    assertThat(answer(play, "SendLocalList", two)).isEqualTo("Failed InvalidValue");
    key(play, "SendLocalListMaxLength", "1");
    assertThat(answer(play, "SendLocalList", two)).isEqualTo("Failed TooManyElements");
    assertThat(
            answer(
                play,
                "SendLocalList",
                "{\"versionNumber\":4,\"updateType\":\"Full\",\"localAuthorizationList\":[]}"))
        .isEqualTo("OccurrenceConstraintViolation");
    assertThat(play.asked).isEmpty();
  }

  @Test
  void aFullListWithoutEntriesEmptiesIt() {
    Play play = accepted(SoapVersion.V16);
    says(play, "SendLocalList", "ACCEPTED");
    assertThat(answer(play, "SendLocalList", "{\"versionNumber\":4,\"updateType\":\"Full\"}"))
        .isEqualTo("Accepted");
    assertThat(((SendLocalList.Request) play.asked.getLast().request()).localAuthorizationList())
        .isEmpty();
  }
}
