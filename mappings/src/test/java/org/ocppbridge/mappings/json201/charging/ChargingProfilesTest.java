package org.ocppbridge.mappings.json201.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.accepted;
import static org.ocppbridge.mappings.json201.Stations.answer;
import static org.ocppbridge.mappings.json201.Stations.charges;
import static org.ocppbridge.mappings.json201.Stations.key;
import static org.ocppbridge.mappings.json201.Stations.note;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.ChargingProfilePurpose;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.RemoteStartStopStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Charging profiles: what passes, what is refused, what is remembered. */
class ChargingProfilesTest extends ProfilesCase {

  private static final String DEFAULT =
      """
      {"evseId":1,"chargingProfile":{"id":9,"stackLevel":1,
       "chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Absolute",
       "chargingSchedule":[{"id":4,"startSchedule":"2026-03-01T12:00:00Z","chargingRateUnit":"A",
       "minChargingRate":6.19,
       "chargingSchedulePeriod":[{"startPeriod":0,"limit":16.66,"numberPhases":3},
       {"startPeriod":60,"limit":8}]}]}}\
      """;

  private static final String TX =
      DEFAULT
          .replace("TxDefaultProfile", "TxProfile")
          .replace("\"stackLevel\"", "\"transactionId\":\"tx-101\",\"stackLevel\"");

  private static final Map<String, String> CALLS =
      Map.of(
          "SetChargingProfile", DEFAULT,
          "ClearChargingProfile", "{\"chargingProfileId\":9}",
          "GetChargingProfiles", "{\"requestId\":3,\"chargingProfile\":{}}",
          "GetCompositeSchedule", "{\"evseId\":1,\"duration\":600}");

  private String set(String payload) {
    return answer(play, "SetChargingProfile", payload);
  }

  private List<Integer> known() {
    return ProfileTable.current(play.view()).map(ProfileTable.Entry::id).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = SoapVersion.class,
      names = {"V12", "V15"})
  void olderChargersHaveNoProfiles(SoapVersion version) {
    Play old = accepted(version);
    CALLS.forEach(
        (action, payload) -> assertThat(old.error(action, payload)).isEqualTo("NotSupported"));
    assertThat(old.asked).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void aChargerThatFailsMeansTheNegativeWord(Why why) {
    Map.of(
            SetChargingProfile.FROM_CSMS, "Rejected InternalError",
            ClearChargingProfile.FROM_CSMS, "Unknown InternalError",
            GetCompositeSchedule.FROM_CSMS, "Rejected InternalError")
        .forEach(
            (operation, no) -> {
              play.chargerFails(operation, why);
              assertThat(answer(play, operation.name(), CALLS.get(operation.name())))
                  .isEqualTo(why == Why.NOT_SUPPORTED ? "NotSupported" : no);
            });
    assertThat(known()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, Accepted, 1",
    "REJECTED, Rejected, 0",
    "NOT_SUPPORTED, Rejected UnsupportedRequest, 0"
  })
  void theChargersAnswerCounts(ChargingProfileStatus said, String status, int kept) {
    play.charger(SetChargingProfile.FROM_CSMS, new SetChargingProfile.Answer(said));
    assertThat(set(DEFAULT)).isEqualTo(status);
    assertThat(known()).hasSize(kept);
  }

  @Test
  void aProfileIsTranslatedAndNoLimitGrows() {
    assertThat(set(DEFAULT)).isEqualTo("Accepted");
    SetChargingProfile.Request sent = (SetChargingProfile.Request) play.asked.getLast().request();
    assertThat(sent.connectorId()).isEqualTo(1);
    assertThat(sent.csChargingProfiles().chargingProfileId()).isEqualTo(9);
    assertThat(sent.csChargingProfiles().transactionId()).isNull();
    ChargingSchedule schedule = sent.csChargingProfiles().chargingSchedule();
    assertThat(schedule.minChargingRate()).isEqualByComparingTo("6.1");
    assertThat(schedule.chargingSchedulePeriod())
        .extracting(ChargingSchedulePeriod::limit)
        .containsExactly(new BigDecimal("16.6"), new BigDecimal("8.0"));
    assertThat(play.losses).extracting(Object::toString).anyMatch(loss -> loss.contains("16.66"));
  }

  @Test
  void aTxProfileNamesTheChargersTransaction() {
    assertThat(set(TX)).isEqualTo("Accepted");
    SetChargingProfile.Request sent = (SetChargingProfile.Request) play.asked.getLast().request();
    assertThat(sent.csChargingProfiles().transactionId()).isEqualTo(101);
    assertThat(sent.csChargingProfiles().chargingProfilePurpose())
        .isEqualTo(ChargingProfilePurpose.TX_PROFILE);
  }

  @Test
  void aStationMaxProfileIsForConnectorZero() {
    assertThat(
            set(
                DEFAULT
                    .replace("\"evseId\":1", "\"evseId\":0")
                    .replace("TxDefaultProfile", "ChargingStationMaxProfile")))
        .isEqualTo("Accepted");
    SetChargingProfile.Request sent = (SetChargingProfile.Request) play.asked.getLast().request();
    assertThat(sent.connectorId()).isZero();
    assertThat(sent.csChargingProfiles().chargingProfilePurpose())
        .isEqualTo(ChargingProfilePurpose.CHARGE_POINT_MAX_PROFILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "default | \"evseId\":1 | \"evseId\":3 | Rejected UnknownEvse",
        "default | TxDefaultProfile | ChargingStationExternalConstraints | Rejected InvalidProfile",
        "default | TxDefaultProfile | ChargingStationMaxProfile | Rejected InvalidProfile",
        "default | \"stackLevel\":1 | \"stackLevel\":4 | Rejected InvalidStackLevel",
        "default | \"stackLevel\":1 | \"stackLevel\":-1 | Rejected InvalidStackLevel",
        "default | \"chargingRateUnit\":\"A\" | \"chargingRateUnit\":\"W\" | Rejected"
            + " UnsupportedRateUnit",
        "default | \"numberPhases\":3 | \"numberPhases\":1,\"phaseToUse\":2 | Rejected"
            + " InvalidSchedule",
        "default | {\"startPeriod\":60,\"limit\":8} |"
            + " {\"startPeriod\":60,\"limit\":8},{\"startPeriod\":90,\"limit\":7} | Rejected"
            + " TooManyElements",
        "default | \"chargingSchedule\":[ |"
            + " \"chargingSchedule\":[{\"id\":5,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":1}]},"
            + " | Rejected InvalidSchedule",
        "tx | \"evseId\":1 | \"evseId\":0 | Rejected InvalidProfile",
        "tx | \"evseId\":1 | \"evseId\":2 | Rejected TxNotFound",
        "tx | tx-101 | tx-99 | Rejected TxNotFound",
        "tx | tx-101 | 0123456789012345678901234567890123456 | PropertyConstraintViolation",
        "default | \"limit\":8 | \"limit\":\"8\" | TypeConstraintViolation",
        "default | \"id\":9, | `` | OccurrenceConstraintViolation",
        "default | Absolute | Sometimes | PropertyConstraintViolation",
      })
  void aProfileThatCannotHoldIsRefusedWithoutAskingTheCharger(
      String which, String what, String by, String status) {
    key(play, "ChargeProfileMaxStackLevel", "3");
    key(play, "ChargingScheduleAllowedChargingRateUnit", "Current");
    key(play, "ChargingScheduleMaxPeriods", "2");
    String payload = (which.equals("tx") ? TX : DEFAULT).replace(what, by);
    assertThat(set(payload)).isEqualTo(status);
    assertThat(play.asked).isEmpty();
  }

  @Test
  void aDefaultProfileThatSixteenWouldReplaceIsADuplicate() {
    assertThat(set(DEFAULT)).isEqualTo("Accepted");
    String station =
        DEFAULT.replace("\"evseId\":1", "\"evseId\":0").replace("\"id\":9", "\"id\":8");
    assertThat(set(station)).isEqualTo("Rejected DuplicateProfile");
    assertThat(set(station.replace("\"stackLevel\":1", "\"stackLevel\":2"))).isEqualTo("Accepted");
    assertThat(set(station.replace("\"id\":8", "\"id\":9"))).isEqualTo("Accepted");
  }

  @Test
  void aProfileReplacesTheOneOfItsPurposeAndStackLevel() {
    set(DEFAULT);
    set(DEFAULT.replace("\"id\":9", "\"id\":10"));
    set(DEFAULT.replace("\"id\":9", "\"id\":11").replace("\"evseId\":1", "\"evseId\":2"));
    assertThat(known()).containsExactly(10, 11);
  }

  @Test
  void aTxProfileEndsWithItsTransaction() {
    set(TX.replace("\"transactionId\":\"tx-101\",", ""));
    assertThat(known()).containsExactly(9);
    note(play, new TransactionChange.Ended(101, play.now));
    assertThat(known()).isEmpty();
    charges(play, 102, 1);
    assertThat(known()).isEmpty();
    set(DEFAULT.replace("\"id\":9", "\"id\":10"));
    assertThat(play.state.station().profiles().all()).containsOnlyKeys(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | OccurrenceConstraintViolation | 9",
        "{\"chargingProfileCriteria\":{}} | OccurrenceConstraintViolation | 9",
        "{\"chargingProfileId\":9} | Accepted | ''",
        "{\"chargingProfileId\":8} | Accepted | 9",
        "{\"chargingProfileCriteria\":{\"evseId\":1}} | Accepted | ''",
        "{\"chargingProfileCriteria\":{\"evseId\":0}} | Accepted | 9",
        "{\"chargingProfileCriteria\":{\"evseId\":7}} | Unknown UnknownEvse | 9",
        "{\"chargingProfileCriteria\":{\"stackLevel\":1}} | Accepted | ''",
        "{\"chargingProfileCriteria\":{\"stackLevel\":2}} | Accepted | 9",
        "{\"chargingProfileCriteria\":{\"chargingProfilePurpose\":\"TxDefaultProfile\"}} | Accepted"
            + " | ''",
        "{\"chargingProfileCriteria\":{\"chargingProfilePurpose\":\"TxProfile\"}} | Accepted | 9",
        "{\"chargingProfileCriteria\":{\"chargingProfilePurpose\":\"ChargingStationExternalConstraints\"}}"
            + " | Unknown | 9",
      })
  void whatIsClearedIsForgotten(String payload, String status, String left) {
    set(DEFAULT);
    play.asked.clear();
    assertThat(answer(play, "ClearChargingProfile", payload)).isEqualTo(status);
    assertThat(known().stream().map(String::valueOf).toList())
        .isEqualTo(left.isEmpty() ? List.of() : List.of(left));
    assertThat(play.asked).hasSize(status.equals("Accepted") ? 1 : 0);
  }

  @Test
  void profilesAreReportedByEvseWithAnEndMark() {
    for (int id = 1; id <= 7; id++) {
      set(
          DEFAULT
              .replace("\"id\":9", "\"id\":" + id)
              .replace("\"stackLevel\":1", "\"stackLevel\":" + id));
    }
    set(DEFAULT.replace("\"evseId\":1", "\"evseId\":2"));
    play.sent.clear();
    assertThat(answer(play, "GetChargingProfiles", CALLS.get("GetChargingProfiles")))
        .isEqualTo("Accepted");
    assertThat(play.actions()).hasSize(3).containsOnly("ReportChargingProfiles");
    assertThat(play.sent)
        .extracting(s -> s.payload().path("chargingProfile").size())
        .containsExactly(5, 2, 1);
    assertThat(play.sent)
        .extracting(s -> s.payload().path("tbc").asBoolean())
        .containsExactly(true, true, false);
    JsonNode given = Play.object(DEFAULT).path("chargingProfile");
    JsonNode reported = play.sent.getLast().payload().path("chargingProfile").path(0);
    assertThat(reported.path("chargingSchedule").path(0).path("id").asInt()).isEqualTo(4);
    assertThat(reported.size()).isEqualTo(given.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"evseId\":1, | '' | Accepted",
        "\"evseId\":0, | '' | NoProfiles",
        "'' | \"stackLevel\":1 | Accepted",
        "'' | \"stackLevel\":2 | NoProfiles",
        "'' | \"chargingProfileId\":[8,9] | Accepted",
        "'' | \"chargingProfileId\":[8] | NoProfiles",
        "'' | \"chargingProfileId\":[] | OccurrenceConstraintViolation",
        "'' | \"chargingLimitSource\":[\"EMS\",\"CSO\"] | Accepted",
        "'' | \"chargingLimitSource\":[\"EMS\"] | NoProfiles",
        "'' | \"chargingProfilePurpose\":\"TxProfile\" | NoProfiles",
        "'' | \"chargingProfilePurpose\":\"TxDefaultProfile\",\"stackLevel\":1 | Accepted",
      })
  void allCriteriaHaveToBeMet(String evse, String criteria, String status) {
    set(DEFAULT);
    String payload = "{\"requestId\":3," + evse + "\"chargingProfile\":{" + criteria + "}}";
    assertThat(answer(play, "GetChargingProfiles", payload)).isEqualTo(status);
    assertThat(play.actions()).hasSize(status.equals("Accepted") ? 1 : 0);
  }

  private static Profile201 profile(String payload) {
    return Json.MAPPER.convertValue(Play.object(payload).path("chargingProfile"), Profile201.class);
  }

  @Test
  void aStartTakesATxProfileWithoutTransaction() {
    String free = TX.replace("\"transactionId\":\"tx-101\",", "");
    assertThat(ChargingProfiles.forRemoteStart(profile(free), play.view()))
        .isInstanceOfSatisfying(
            ChargingProfiles.ForStart.Given.class,
            given -> {
              assertThat(given.profile().transactionId()).isNull();
              assertThat(given.losses()).hasSize(2);
            });
    for (String wrong : List.of(TX, DEFAULT)) {
      assertThat(ChargingProfiles.forRemoteStart(profile(wrong), play.view()))
          .isInstanceOf(ChargingProfiles.ForStart.Refused.class);
    }
    for (SoapVersion version : List.of(SoapVersion.V12, SoapVersion.V15)) {
      assertThat(ChargingProfiles.forRemoteStart(profile(free), accepted(version).view()))
          .isInstanceOf(ChargingProfiles.ForStart.Without.class);
    }
  }

  @Test
  void theProfileOfARemoteStartHoldsWhenTheTransactionBegins() {
    Play fresh = accepted(SoapVersion.V16);
    fresh.charger(
        RemoteStartTransaction.FROM_CSMS,
        new RemoteStartTransaction.Answer(RemoteStartStopStatus.ACCEPTED));
    JsonNode profile =
        Play.object(TX.replace("\"transactionId\":\"tx-101\",", "")).path("chargingProfile");
    String start =
        "{\"evseId\":1,\"remoteStartId\":77,\"idToken\":{\"idToken\":\"TAG\",\"type\":\"Local\"},"
            + "\"chargingProfile\":"
            + profile
            + "}";
    assertThat(answer(fresh, "RequestStartTransaction", start)).isEqualTo("Accepted");
    RemoteStartTransaction.Request sent =
        (RemoteStartTransaction.Request) fresh.asked.getLast().request();
    assertThat(sent.chargingProfile().chargingSchedule().chargingSchedulePeriod()).hasSize(2);
    assertThat(answer(fresh, "GetChargingProfiles", CALLS.get("GetChargingProfiles")))
        .isEqualTo("NoProfiles");
    fresh.ask(StartTransaction.FROM_CHARGER, Say.start(1, "TAG", fresh.now, "10"));
    assertThat(answer(fresh, "GetChargingProfiles", CALLS.get("GetChargingProfiles")))
        .isEqualTo("Accepted");
    var report = fresh.last("ReportChargingProfiles");
    assertThat(report.path("evseId").asInt()).isEqualTo(1);
    assertThat(report.path("chargingProfile").path(0).path("transactionId").asText())
        .isEqualTo(fresh.state.transactions().openOn(1).orElseThrow().csmsId().orElseThrow());
  }
}
