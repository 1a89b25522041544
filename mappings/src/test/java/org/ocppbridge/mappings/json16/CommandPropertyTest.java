package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.BridgeFault.ChargerFailed.Why;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.ChargingRateUnit;
import org.ocppbridge.mappings.model.ChargingSchedule;
import org.ocppbridge.mappings.model.ChargingSchedulePeriod;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetCompositeScheduleStatus;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.KeyValue;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.Operations;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Schemas;

/** Every CALL gets a valid answer, whatever the CSMS sends and whatever the charger says. */
class CommandPropertyTest {

  /** A valid payload for each action; tests damage them. */
  static final Map<String, String> VALID =
      Map.ofEntries(
          Map.entry("CancelReservation", "{\"reservationId\":1}"),
          Map.entry("ChangeAvailability", "{\"connectorId\":0,\"type\":\"Operative\"}"),
          Map.entry("ChangeConfiguration", "{\"key\":\"k\",\"value\":\"v\"}"),
          Map.entry("ClearCache", "{}"),
          Map.entry("ClearChargingProfile", "{\"id\":1,\"chargingProfilePurpose\":\"TxProfile\"}"),
          Map.entry("DataTransfer", "{\"vendorId\":\"v\",\"messageId\":\"m\",\"data\":\"d\"}"),
          Map.entry("GetCompositeSchedule", "{\"connectorId\":1,\"duration\":60}"),
          Map.entry("GetConfiguration", "{\"key\":[\"a\",\"b\"]}"),
          Map.entry("GetDiagnostics", "{\"location\":\"ftp://x/y\",\"retries\":1}"),
          Map.entry("GetLocalListVersion", "{}"),
          Map.entry("RemoteStartTransaction", "{\"idTag\":\"T\",\"connectorId\":1}"),
          Map.entry("RemoteStopTransaction", "{\"transactionId\":7001}"),
          Map.entry(
              "ReserveNow",
              "{\"connectorId\":1,\"expiryDate\":\"2026-03-01T13:00:00Z\",\"idTag\":\"T\",\"reservationId\":1}"),
          Map.entry("Reset", "{\"type\":\"Hard\"}"),
          Map.entry(
              "SendLocalList",
              "{\"listVersion\":1,\"updateType\":\"Full\",\"localAuthorizationList\":[{\"idTag\":\"T\",\"idTagInfo\":{\"status\":\"Accepted\"}}]}"),
          Map.entry(
              "SetChargingProfile",
              "{\"connectorId\":1,\"csChargingProfiles\":{\"chargingProfileId\":1,\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16}]}}}"),
          Map.entry("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\",\"connectorId\":1}"),
          Map.entry("UnlockConnector", "{\"connectorId\":1}"),
          Map.entry(
              "UpdateFirmware",
              "{\"location\":\"ftp://x/y\",\"retrieveDate\":\"2026-03-01T13:00:00Z\"}"),
          Map.entry("CertificateSigned", "{\"certificateChain\":\"x\"}"),
          Map.entry(
              "DeleteCertificate",
              "{\"certificateHashData\":{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\",\"serialNumber\":\"c\"}}"),
          Map.entry("ExtendedTriggerMessage", "{\"requestedMessage\":\"LogStatusNotification\"}"),
          Map.entry(
              "GetInstalledCertificateIds",
              "{\"certificateType\":\"CentralSystemRootCertificate\"}"),
          Map.entry(
              "GetLog",
              "{\"log\":{\"remoteLocation\":\"ftp://x\"},\"logType\":\"DiagnosticsLog\",\"requestId\":1}"),
          Map.entry(
              "InstallCertificate",
              "{\"certificateType\":\"ManufacturerRootCertificate\",\"certificate\":\"x\"}"),
          Map.entry(
              "SignedUpdateFirmware",
              "{\"requestId\":1,\"firmware\":{\"location\":\"x\",\"retrieveDateTime\":\"2026-03-01T13:00:00Z\",\"signingCertificate\":\"x\",\"signature\":\"x\"}}"));

  @Test
  void theSchemasReallyRefuse() {
    assumeTrue(Schemas.present());
    assertThat(Schemas.errors("Authorize", Play.object("{\"idTag\":\"" + "x".repeat(21) + "\"}")))
        .isNotEmpty();
    assertThat(Schemas.errors("HeartbeatResponse", Play.object("{\"currentTime\":\"soon\"}")))
        .isNotEmpty();
  }

  @Test
  void thereIsAValidPayloadForEachCommand() {
    assertThat(VALID.keySet())
        .hasSize(26)
        .containsAll(Operations.FROM_CSMS.stream().map(Operation::name).toList());
    VALID.forEach(
        (action, payload) ->
            assertThat(Schemas.errors(action, Play.object(payload))).as(action).isEmpty());
  }

  @Property(tries = 200)
  void everyCommandIsAnsweredValidlyWhateverBecomesOfIt(
      @ForAll SoapVersion version, @ForAll("actions") String action, @ForAll Why why) {
    Play play = Play.accepted(version);
    Operations.fromCsms(action).ifPresent(operation -> play.chargerFails(operation, why));
    assertThat(play.call(action, VALID.get(action))).isNotInstanceOf(CsmsAnswer.Silence.class);
  }

  @Property(tries = 1000)
  void aDamagedCallIsAnsweredOrRefusedButNeverBreaksAnything(
      @ForAll SoapVersion version,
      @ForAll("actions") String action,
      @ForAll("damage") String damage,
      @ForAll int where) {
    Play play = Play.accepted(version);
    ObjectNode payload = Play.object(VALID.get(action));
    damage(payload, damage, where & 0xff);
    boolean valid = Schemas.errors(action, payload).isEmpty();
    CsmsAnswer answer = play.call(action, payload.toString());
    // A configuration value that is too long is rejected, and that is an answer.
    boolean longValue = payload.path("value").asText().length() > Limits16.VALUE;
    if (Schemas.present() && !valid && !longValue && answer instanceof CsmsAnswer.Result) {
      // Only what is read with leniency passes: a null counts as absent, a time may lack its
      // offset.
      assertThat(damage).isIn("null", "\"2026-03-01T13:00:00\"", "{}", "[]", "16.66", "\"x y\"");
    }
  }

  private static void damage(ObjectNode object, String damage, int where) {
    List<String> names = List.copyOf(object.propertyStream().map(Map.Entry::getKey).toList());
    if (names.isEmpty() || where % 7 == 6) {
      object.set("extra", json(damage));
      return;
    }
    String name = names.get(where % names.size());
    JsonNode child = object.get(name);
    if (child instanceof ObjectNode inner && where % 2 == 0) {
      damage(inner, damage, where / 2);
    } else {
      object.set(name, json(damage));
    }
  }

  private static JsonNode json(String text) {
    return Play.object("{\"x\":" + text + "}").get("x");
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.of(VALID.keySet());
  }

  @Provide
  Arbitrary<String> damage() {
    return Arbitraries.of(
        "null",
        "5",
        "-1",
        "1e400",
        "123456789012345678901234567890",
        "16.66",
        "true",
        "{}",
        "[]",
        "[[]]",
        "{\"a\":{}}",
        "\"\"",
        "\"x y\"",
        "\"2026-03-01T13:00:00\"",
        "\"" + "x".repeat(11_000) + "\"");
  }

  @Property(tries = 200)
  void everyAnswerOfAChargerBecomesAValidOne(
      @ForAll("texts") String text, @ForAll("limits") BigDecimal limit) {
    Play play = Play.accepted(SoapVersion.V16);
    play.charger(GetDiagnostics.FROM_CSMS, new GetDiagnostics.Answer(text));
    play.charger(
        DataTransfer.FROM_CSMS, new DataTransfer.Answer(DataTransferStatus.ACCEPTED, text));
    play.charger(Reset.FROM_CSMS, new Reset.Answer(null));
    play.charger(
        GetConfiguration.FROM_CSMS,
        new GetConfiguration.Answer(
            List.of(new KeyValue(text, null, text), new KeyValue("a", true, null)), List.of()));
    play.charger(
        GetCompositeSchedule.FROM_CSMS,
        new GetCompositeSchedule.Answer(
            GetCompositeScheduleStatus.ACCEPTED,
            1,
            Instant.MAX,
            new ChargingSchedule(
                1,
                Instant.EPOCH,
                ChargingRateUnit.AMPERE,
                List.of(new ChargingSchedulePeriod(0, limit, 3)),
                limit)));
    for (String action :
        List.of(
            "GetDiagnostics",
            "DataTransfer",
            "Reset",
            "GetConfiguration",
            "GetCompositeSchedule")) {
      play.call(action, VALID.get(action));
    }
    play.call("GetLog", VALID.get("GetLog"));
  }

  @Provide
  Arbitrary<String> texts() {
    return AbsurdThings.text();
  }

  @Provide
  Arbitrary<BigDecimal> limits() {
    return AbsurdThings.reading();
  }
}
