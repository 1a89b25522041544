package org.ocppbridge.mappings.json201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChargingProfileStatus;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.ClearChargingProfileStatus;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Schemas;

/**
 * Whatever a CSMS may say, and whatever becomes of it at the charger: the answer and all that
 * follows is valid; {@link Play} checks each payload.
 */
class CommandPropertyTest {

  private static final List<Operation<?, ?>> AT_CHARGER =
      List.of(
          CancelReservation.FROM_CSMS,
          ChangeAvailability.FROM_CSMS,
          ClearCache.FROM_CSMS,
          ClearChargingProfile.FROM_CSMS,
          GetCompositeSchedule.FROM_CSMS,
          GetLocalListVersion.FROM_CSMS,
          ReserveNow.FROM_CSMS,
          Reset.FROM_CSMS,
          SendLocalList.FROM_CSMS,
          SetChargingProfile.FROM_CSMS,
          UnlockConnector.FROM_CSMS);

  private static final List<String> TOKEN_TYPES =
      List.of("Central", "eMAID", "ISO14443", "KeyCode", "Local", "NoAuthorization");

  private static final List<String> PURPOSES =
      List.of(
          "ChargingStationExternalConstraints",
          "ChargingStationMaxProfile",
          "TxDefaultProfile",
          "TxProfile");

  /** Makes requests that the schemas allow. */
  private record Maker(Random random) {

    <E> E one(List<E> of) {
      return of.get(random.nextInt(of.size()));
    }

    boolean often() {
      return random.nextInt(3) > 0;
    }

    int number() {
      return one(List.of(-1, 0, 1, 1, 1, 2, 3, 7, Integer.MAX_VALUE, Integer.MIN_VALUE));
    }

    BigDecimal limit() {
      return one(
          List.of(
              new BigDecimal("16"),
              new BigDecimal("6.06"),
              new BigDecimal("-0.05"),
              new BigDecimal("0.0000000001"),
              new BigDecimal("999999.99")));
    }

    ObjectNode token() {
      ObjectNode token =
          Json.object()
              .put("idToken", one(List.of("", "04A1B2C3", "x".repeat(36), "\u00e9\ud83d\udd0c")))
              .put("type", one(TOKEN_TYPES));
      if (!often()) {
        token.putArray("additionalInfo").addObject().put("additionalIdToken", "a").put("type", "b");
      }
      return token;
    }

    Map.Entry<String, ObjectNode> call() {
      return one(
          List.of(
              Map.entry("CancelReservation", Json.object().put("reservationId", number())),
              Map.entry("ChangeAvailability", availability()),
              Map.entry("ClearCache", Json.object()),
              Map.entry("ClearChargingProfile", clear()),
              Map.entry("GetChargingProfiles", profiles()),
              Map.entry("GetCompositeSchedule", composite()),
              Map.entry("GetLocalListVersion", Json.object()),
              Map.entry("ReserveNow", reserve()),
              Map.entry("Reset", reset()),
              Map.entry("SendLocalList", list()),
              Map.entry("SetChargingProfile", profile()),
              Map.entry(
                  "UnlockConnector",
                  Json.object().put("evseId", number()).put("connectorId", number()))));
    }

    private ObjectNode availability() {
      ObjectNode request =
          Json.object().put("operationalStatus", one(List.of("Operative", "Inoperative")));
      if (often()) {
        ObjectNode evse = request.putObject("evse").put("id", number());
        maybe(evse, "connectorId");
      }
      return request;
    }

    private void maybe(ObjectNode object, String field) {
      if (often()) {
        object.put(field, number());
      }
    }

    private ObjectNode clear() {
      ObjectNode request = Json.object();
      maybe(request, "chargingProfileId");
      ObjectNode criteria = request.putObject("chargingProfileCriteria");
      maybe(criteria, "evseId");
      maybe(criteria, "stackLevel");
      if (often()) {
        criteria.put("chargingProfilePurpose", one(PURPOSES));
      }
      return request;
    }

    private ObjectNode profiles() {
      ObjectNode request = Json.object().put("requestId", number());
      maybe(request, "evseId");
      ObjectNode criteria = request.putObject("chargingProfile");
      maybe(criteria, "stackLevel");
      return request;
    }

    private ObjectNode composite() {
      return Json.object()
          .put("evseId", number())
          .put("duration", number())
          .put("chargingRateUnit", one(List.of("A", "W")));
    }

    private ObjectNode reserve() {
      ObjectNode request =
          Json.object()
              .put("id", number())
              .put(
                  "expiryDateTime",
                  one(
                      List.of(
                          "2026-03-01T12:00:30Z",
                          "2020-01-01T00:00:00+01:00",
                          "9999-12-31T23:59:59Z")));
      request.set("idToken", token());
      maybe(request, "evseId");
      if (!often()) {
        request.put("connectorType", one(List.of("sType2", "Unknown")));
      }
      if (!often()) {
        request.set("groupIdToken", token());
      }
      return request;
    }

    private ObjectNode reset() {
      ObjectNode request = Json.object().put("type", one(List.of("Immediate", "OnIdle")));
      return random.nextInt(5) == 0 ? request.put("evseId", number()) : request;
    }

    private ObjectNode list() {
      ObjectNode request =
          Json.object()
              .put("versionNumber", number())
              .put("updateType", one(List.of("Full", "Differential")));
      if (often()) {
        ArrayNode list = request.putArray("localAuthorizationList");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
          ObjectNode entry = list.addObject();
          entry.set("idToken", token());
          if (often()) {
            ObjectNode info =
                entry
                    .putObject("idTokenInfo")
                    .put("status", one(List.of("Accepted", "NoCredit", "Unknown")));
            info.set("groupIdToken", token());
            info.put("chargingPriority", number()).putArray("evseId").add(number());
          }
        }
      }
      return request;
    }

    private ObjectNode profile() {
      ObjectNode request = Json.object().put("evseId", number());
      ObjectNode profile =
          request
              .putObject("chargingProfile")
              .put("id", number())
              .put("stackLevel", number())
              .put("chargingProfilePurpose", one(PURPOSES))
              .put("chargingProfileKind", one(List.of("Absolute", "Recurring", "Relative")));
      if (!often()) {
        profile.put("transactionId", one(List.of("tx-101", "nobody")));
      }
      ArrayNode schedules = profile.putArray("chargingSchedule");
      for (int i = 0; i < (often() ? 1 : 2); i++) {
        ObjectNode schedule =
            schedules
                .addObject()
                .put("id", number())
                .put("chargingRateUnit", one(List.of("A", "W")));
        ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
        for (int j = 0; j < 1 + random.nextInt(4); j++) {
          ObjectNode period = periods.addObject().put("startPeriod", j * 60).put("limit", limit());
          if (random.nextInt(9) == 0) {
            period.put("phaseToUse", 1);
          }
        }
      }
      return request;
    }

    void behaviour(Play play) {
      play.charger(
          CancelReservation.FROM_CSMS,
          new CancelReservation.Answer(one(List.of(CancelReservationStatus.values()))));
      play.charger(
          ChangeAvailability.FROM_CSMS,
          new ChangeAvailability.Answer(one(List.of(AvailabilityStatus.values()))));
      play.charger(
          ClearCache.FROM_CSMS, new ClearCache.Answer(one(List.of(ClearCacheStatus.values()))));
      play.charger(
          ClearChargingProfile.FROM_CSMS,
          new ClearChargingProfile.Answer(one(List.of(ClearChargingProfileStatus.values()))));
      play.charger(GetLocalListVersion.FROM_CSMS, new GetLocalListVersion.Answer(number()));
      play.charger(
          ReserveNow.FROM_CSMS, new ReserveNow.Answer(one(List.of(ReservationStatus.values()))));
      play.charger(Reset.FROM_CSMS, new Reset.Answer(one(List.of(ResetStatus.values()))));
      play.charger(
          SendLocalList.FROM_CSMS, new SendLocalList.Answer(one(List.of(UpdateStatus.values()))));
      play.charger(
          SetChargingProfile.FROM_CSMS,
          new SetChargingProfile.Answer(one(List.of(ChargingProfileStatus.values()))));
      play.charger(
          UnlockConnector.FROM_CSMS,
          new UnlockConnector.Answer(one(List.of(UnlockStatus.values()))));
      if (!often()) {
        play.chargerFails(one(AT_CHARGER), one(List.of(Why.values())));
      }
    }
  }

  @Property(tries = 400)
  void everyValidRequestGetsAValidAnswerAndValidFollowers(
      @ForAll SoapVersion version, @ForAll long seed) {
    Maker maker = new Maker(new Random(seed));
    Play play = Stations.accepted(version);
    if (maker.often()) {
      Stations.charges(play, 101, 1);
    }
    for (int i = 0; i < 12; i++) {
      maker.behaviour(play);
      var call = maker.call();
      assertThat(Schemas.errors201(call.getKey() + "Request", call.getValue())).isEmpty();
      assertThat(play.call(call.getKey(), call.getValue().toString()))
          .isNotInstanceOf(CsmsAnswer.Silence.class);
      play.passes(Duration.ofSeconds(maker.one(List.of(0, 3, 10, 30, 300))));
    }
  }

  @Property(tries = 300)
  void noLimitGrowsAndPeriodsKeepTheirOrder(@ForAll long seed) {
    Maker maker = new Maker(new Random(seed));
    Play play = Stations.accepted(SoapVersion.V16);
    Stations.charges(play, 101, 1);
    play.charger(
        SetChargingProfile.FROM_CSMS,
        new SetChargingProfile.Answer(ChargingProfileStatus.ACCEPTED));
    ObjectNode call = maker.profile();
    play.call("SetChargingProfile", call.toString());
    sent(play).ifPresent(sent -> compare(call, sent));
  }

  private static Optional<SetChargingProfile.Request> sent(Play play) {
    return play.asked.stream().map(a -> (SetChargingProfile.Request) a.request()).findFirst();
  }

  private static void compare(ObjectNode call, SetChargingProfile.Request sent) {
    var asked = call.at("/chargingProfile/chargingSchedule/0/chargingSchedulePeriod");
    List<ChargingSchedulePeriod> periods =
        new ArrayList<>(sent.csChargingProfiles().chargingSchedule().chargingSchedulePeriod());
    assertThat(periods).hasSize(asked.size());
    for (int i = 0; i < periods.size(); i++) {
      BigDecimal wanted = asked.get(i).path("limit").decimalValue();
      assertThat(periods.get(i).startPeriod()).isEqualTo(asked.get(i).path("startPeriod").asInt());
      assertThat(periods.get(i).limit()).isLessThanOrEqualTo(wanted);
      assertThat(wanted.subtract(periods.get(i).limit())).isLessThan(new BigDecimal("0.1"));
      assertThat(periods.get(i).limit().scale()).isEqualTo(1);
    }
  }
}
