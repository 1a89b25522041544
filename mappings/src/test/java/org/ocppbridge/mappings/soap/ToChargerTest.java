package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ocppbridge.mappings.SoapVersion.V12;
import static org.ocppbridge.mappings.SoapVersion.V15;
import static org.ocppbridge.mappings.SoapVersion.V16;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.model.AuthorizationData;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ChargingProfile;
import org.ocppbridge.mappings.model.ChargingProfileKind;
import org.ocppbridge.mappings.model.ChargingProfilePurpose;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.model.UpdateType;

/** What chargers get, and what their answers mean. */
class ToChargerTest {

  private final Losses losses = new Losses();

  @Test
  void pendingIsRejectedBefore16() {
    var answer =
        new BootNotification.Answer(
            RegistrationStatus.PENDING, Instant.parse("2026-03-04T05:06:07.999Z"), 30);

    var sent15 =
        (org.ocppbridge.wsdl.cs15.BootNotificationResponse)
            SoapDialect.of(V15).answer(BootNotification.FROM_CHARGER, answer, losses);
    assertThat(sent15.getStatus()).isEqualTo("Rejected");
    assertThat(sent15.getHeartbeatInterval()).isEqualTo("30");
    assertThat(sent15.getCurrentTime()).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(lost()).containsExactly("changed status: 1.5 cannot say Pending; Rejected was sent");

    var sent16 =
        (org.ocppbridge.wsdl.cs16.BootNotificationResponse)
            SoapDialect.of(V16).answer(BootNotification.FROM_CHARGER, answer, losses);
    assertThat(sent16.getStatus()).isEqualTo("Pending");
    assertThat(losses.list()).hasSize(1);
  }

  @Test
  void aStopWithoutIdTagInfoIsAnsweredWithoutIt() {
    var sent =
        (org.ocppbridge.wsdl.cs12.StopTransactionResponse)
            SoapDialect.of(V12)
                .answer(StopTransaction.FROM_CHARGER, new StopTransaction.Answer(null), losses);
    assertThat(sent.getIdTagInfo()).isNull();
  }

  @Test
  void aProfileIsDroppedBefore16AndNamed() {
    var request =
        new RemoteStartTransaction.Request(1, "T", profile(new BigDecimal("16.09"), null));
    for (var version : List.of(V12, V15)) {
      SoapDialect.of(version).command(RemoteStartTransaction.FROM_CSMS, request, losses);
    }
    assertThat(lost())
        .containsExactly(
            "dropped chargingProfile: 1.2 has no charging profiles",
            "dropped chargingProfile: 1.5 has no charging profiles");
  }

  @Test
  void limitsAreRoundedDownToOneDigit() {
    var request =
        new SetChargingProfile.Request(1, profile(new BigDecimal("16.09"), new BigDecimal("6.00")));
    var sent =
        (org.ocppbridge.wsdl.cp16.SetChargingProfileRequest)
            SoapDialect.of(V16).command(SetChargingProfile.FROM_CSMS, request, losses);
    var schedule = sent.getCsChargingProfiles().getChargingSchedule();
    assertThat(schedule.getChargingSchedulePeriod().getFirst().getLimit()).isEqualTo("16.0");
    assertThat(schedule.getMinChargingRate()).isEqualTo("6.0");
    assertThat(lost()).containsExactly("changed limit: '16.09' was rounded down to 16.0");
  }

  @Test
  void largeNumbersArePlain() {
    var request = new SetChargingProfile.Request(1, profile(new BigDecimal("1E+4"), null));
    var sent =
        (org.ocppbridge.wsdl.cp16.SetChargingProfileRequest)
            SoapDialect.of(V16).command(SetChargingProfile.FROM_CSMS, request, losses);
    assertThat(
            sent.getCsChargingProfiles()
                .getChargingSchedule()
                .getChargingSchedulePeriod()
                .getFirst()
                .getLimit())
        .isEqualTo("10000");
  }

  @ParameterizedTest
  @CsvSource({
    "1E999999999,999999999999",
    "0E999999999,0.0",
    "-1E99,0.0",
    "1E-999999999,0.0",
    "0.09,0.0",
    "0.1999,0.1",
    "0,0"
  })
  void numbersOutOfAllProportionAreHeldInIt(BigDecimal limit, String sent) {
    assertThat(ToText.decimal(limit, losses)).isEqualTo(sent);
  }

  @Test
  void whatXmlCannotCarryIsTakenOutAndNotQuoted() {
    var request =
        new ChangeConfiguration.Request(
            "AuthorizationKey", "se\u0000cr\uD800et\uFFFF \uD83D\uDD0C\t");
    var sent =
        (org.ocppbridge.wsdl.cp16.ChangeConfigurationRequest)
            SoapDialect.of(V16).command(ChangeConfiguration.FROM_CSMS, request, losses);
    assertThat(sent.getValue()).isEqualTo("secret \uD83D\uDD0C\t");
    assertThat(lost())
        .containsExactly("changed value: 3 characters that XML cannot carry were taken out");
  }

  @Test
  void namesInAListAreCleanedToo() {
    var sent =
        (org.ocppbridge.wsdl.cp15.GetConfigurationRequest)
            SoapDialect.of(V15)
                .command(
                    GetConfiguration.FROM_CSMS,
                    new GetConfiguration.Request(List.of("a\u0001", "b")),
                    losses);
    assertThat(sent.getKey()).containsExactly("a", "b");
  }

  @Test
  void theListOf15HasItsOwnSpellingAndNoHash() {
    var request =
        new SendLocalList.Request(7, List.of(new AuthorizationData("T", null)), UpdateType.FULL);
    var sent =
        (org.ocppbridge.wsdl.cp15.SendLocalListRequest)
            SoapDialect.of(V15).command(SendLocalList.FROM_CSMS, request, losses);
    assertThat(sent.getLocalAuthorisationList()).hasSize(1);
    assertThat(sent.getHash()).isNull();
  }

  @Test
  void timesBeyondTheCalendarAreHeldInIt() {
    var request = new ReserveNow.Request(1, Instant.MAX, "T", null, 1);
    var sent =
        (org.ocppbridge.wsdl.cp16.ReserveNowRequest)
            SoapDialect.of(V16).command(ReserveNow.FROM_CSMS, request, losses);
    assertThat(sent.getExpiryDate()).isEqualTo("9999-12-31T23:59:59Z");
    assertThat(lost())
        .containsExactly("changed expiryDate: later than 9999-12-31T23:59:59Z, which was sent");
  }

  @ParameterizedTest
  @CsvSource({
    "Accepted,UNLOCKED",
    "Rejected,UNLOCK_FAILED",
    "Unlocked,UNLOCKED",
    "jammed,UNLOCK_FAILED"
  })
  void unlockAnswersOfAllVersionsAreUnderstood(String status, UnlockStatus read) {
    var answer = new org.ocppbridge.wsdl.cp15.UnlockConnectorResponse();
    answer.setStatus(status);
    assertThat(ChargerSays.answer(V15, UnlockConnector.FROM_CSMS, answer).message().status())
        .isEqualTo(read);
  }

  @Test
  void aHashErrorIsAFailure() {
    var answer = new org.ocppbridge.wsdl.cp15.SendLocalListResponse();
    answer.setStatus("HashError");
    assertThat(ChargerSays.answer(V15, SendLocalList.FROM_CSMS, answer).message().status())
        .isEqualTo(UpdateStatus.FAILED);
  }

  @Test
  void anUnknownStatusIsNotASuccess() {
    var answer = new org.ocppbridge.wsdl.cp16.ResetResponse();
    answer.setStatus("OK");
    var read = ChargerSays.answer(V16, Reset.FROM_CSMS, answer);
    assertThat(read.message().status()).isEqualTo(ResetStatus.REJECTED);
    assertThat(read.lost()).containsExactly("changed status: 'OK' is not known; read as Rejected");
  }

  @Test
  void anAnswerWithoutStatusIsNoAnswer() {
    assertThatThrownBy(
            () ->
                ChargerSays.answer(
                    V16, Reset.FROM_CSMS, new org.ocppbridge.wsdl.cp16.ResetResponse()))
        .isInstanceOfSatisfying(
            BridgeFault.ChargerFailed.class,
            fault -> assertThat(fault.why()).isEqualTo(BridgeFault.ChargerFailed.Why.WRONG_ANSWER))
        .hasMessage("status is missing");
  }

  @Test
  void aConfigurationIsReadWithItsOddities() {
    var answer = new org.ocppbridge.wsdl.cp15.GetConfigurationResponse();
    answer.getConfigurationKey().add(key(" A ", "TRUE", " keep "));
    answer.getConfigurationKey().add(key("B", "maybe", ""));
    answer.getConfigurationKey().add(key("", "true", "x"));
    answer.getUnknownKey().addAll(List.of(" C ", ""));

    var read = ChargerSays.answer(V15, GetConfiguration.FROM_CSMS, answer);

    assertThat(read.message().configurationKey())
        .containsExactly(new KeyValue("A", true, " keep "), new KeyValue("B", false, ""));
    assertThat(read.message().unknownKey()).containsExactly("C");
    assertThat(read.losses())
        .extracting("field")
        .containsExactly("configurationKey[1].readonly", "configurationKey[2].key");
  }

  @Test
  void aScheduleWithAHoleIsLeftOut() {
    var answer = new org.ocppbridge.wsdl.cp16.GetCompositeScheduleResponse();
    answer.setStatus("Accepted");
    answer.setScheduleStart("soon");
    var schedule = new org.ocppbridge.wsdl.cp16.ChargingSchedule();
    schedule.setChargingRateUnit("a");
    var period = new org.ocppbridge.wsdl.cp16.ChargingSchedulePeriod();
    period.setStartPeriod("0");
    period.setLimit("much");
    schedule.getChargingSchedulePeriod().add(period);
    answer.setChargingSchedule(schedule);

    var read = ChargerSays.answer(V16, GetCompositeSchedule.FROM_CSMS, answer);

    assertThat(read.message())
        .isEqualTo(
            new GetCompositeSchedule.Answer(GetCompositeScheduleStatus.ACCEPTED, null, null, null));
    assertThat(read.losses())
        .extracting("field")
        .containsExactly(
            "scheduleStart",
            "chargingSchedule.chargingSchedulePeriod[0].limit",
            "chargingSchedule.chargingSchedulePeriod");
  }

  private static org.ocppbridge.wsdl.cp15.KeyValue key(String key, String readonly, String value) {
    var pair = new org.ocppbridge.wsdl.cp15.KeyValue();
    pair.setKey(key);
    pair.setReadonly(readonly);
    pair.setValue(value);
    return pair;
  }

  private static ChargingProfile profile(BigDecimal limit, BigDecimal minimum) {
    return new ChargingProfile(
        1,
        null,
        0,
        ChargingProfilePurpose.TX_PROFILE,
        ChargingProfileKind.RELATIVE,
        null,
        null,
        null,
        new ChargingSchedule(
            null,
            null,
            ChargingRateUnit.AMPERE,
            List.of(new ChargingSchedulePeriod(0, limit, 3)),
            minimum));
  }

  private List<String> lost() {
    return losses.list().stream().map(Object::toString).toList();
  }
}
