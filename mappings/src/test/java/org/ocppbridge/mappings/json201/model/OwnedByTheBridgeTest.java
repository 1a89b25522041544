package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.NameChange;
import org.ocppbridge.mappings.Names;
import org.ocppbridge.mappings.RegistrationChange;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.TransactionChange;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;
import org.ocppbridge.mappings.rules.Tags;

/**
 * What is about the connection to the CSMS, or about what the bridge knows: no charger is asked.
 */
class OwnedByTheBridgeTest {

  private static final String PROFILE =
      "{\"configurationSlot\":%s,\"connectionData\":{\"ocppVersion\":\"OCPP20\","
          + "\"ocppTransport\":\"%s\",\"ocppCsmsUrl\":\"%s\",\"messageTimeout\":%s,"
          + "\"securityProfile\":%s,\"ocppInterface\":\"Wired0\"%s}}";

  private static final String HASHES =
      "{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\","
          + "\"serialNumber\":\"c\"}";

  private final Charger charger = new Charger(SoapVersion.V16);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1 | JSON | ws://csms.example/ocpp | 30 | 1 | - | Accepted",
        "1 | JSON | wss://csms.example:8443 | 30 | 2 | - | Accepted",
        "2 | JSON | ws://csms.example/ocpp | 30 | 1 | - | Rejected InvalidConfSlot",
        "1 | SOAP | ws://csms.example/ocpp | 30 | 1 | - | Rejected InvalidNetworkConf",
        "1 | JSON | http://csms.example/ocpp | 30 | 1 | - | Rejected InvalidNetworkConf",
        "1 | JSON | ws://csms.example/ocpp | 30 | 2 | - | Rejected InvalidNetworkConf",
        "1 | JSON | ws://csms.example/ocpp | 0 | 1 | - | Rejected InvalidNetworkConf",
        "1 | JSON | ws://csms.example/ocpp | 30 | -1 | - | Rejected NoSecurityDowngrade",
        "1 | JSON | ws://csms.example/ocpp | 30 | 1 | ,\"apn\":{\"apn\":\"x\",\"apnAuthentication\":\"NONE\"} | Rejected InvalidNetworkConf",
      })
  void aNetworkProfileIsCheckedAndStored(
      String slot,
      String transport,
      String url,
      String timeout,
      String profile,
      String more,
      String status) {
    var answer =
        charger.result(
            "SetNetworkProfile",
            PROFILE.formatted(slot, transport, url, timeout, profile, more == null ? "" : more));
    assertThat(
            (answer.get("status").asText() + " " + answer.at("/statusInfo/reasonCode").asText())
                .strip())
        .isEqualTo(status);
    assertThat(charger.play.state.station().model().networkProfiles().containsKey(1))
        .isEqualTo(status.equals("Accepted"));
  }

  @Test
  void thePriorityNamesStoredProfilesAlone() {
    String priority = "OCPPCommCtrlr.NetworkConfigurationPriority";
    assertThat(charger.write(priority, "1,0")).isEqualTo("Rejected InvalidConfSlot");
    charger.result("SetNetworkProfile", PROFILE.formatted(1, "JSON", "ws://x/y", 30, 1, ""));
    assertThat(charger.write(priority, "1, 0")).isEqualTo("Accepted");
    assertThat(charger.read(priority)).isEqualTo("1,0");
    assertThat(charger.write(priority, "")).isEqualTo("Rejected InvalidConfSlot");
  }

  @ParameterizedTest
  @EnumSource
  void noCertificateIsTakenOverTheConnection(SoapVersion version) {
    Play play = new Charger(version).play;
    assertThat(play.status("CertificateSigned", "{\"certificateChain\":\"x\"}"))
        .isEqualTo("Rejected");
    assertThat(
            play.status(
                "InstallCertificate",
                "{\"certificateType\":\"CSMSRootCertificate\",\"certificate\":\"x\"}"))
        .isEqualTo("Rejected");
    assertThat(play.status("DeleteCertificate", "{\"certificateHashData\":" + HASHES + "}"))
        .isEqualTo("NotFound");
    assertThat(play.status("GetInstalledCertificateIds", "{}")).isEqualTo("NotFound");
    assertThat(play.error("GetInstalledCertificateIds", "{\"certificateType\":[]}"))
        .isEqualTo("OccurrenceConstraintViolation");
    assertThat(play.asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "true | false | ,\"idToken\":{\"idToken\":\"T\",\"type\":\"ISO14443\"} | Accepted",
        "false | true | ,\"customerIdentifier\":\"x\" | Accepted",
        "false | false | ,\"customerIdentifier\":\"x\" | Rejected",
        "true | false | - | Invalid",
        "true | false | ,\"customerIdentifier\":\"x\",\"idToken\":{\"idToken\":\"T\",\"type\":\"Local\"} | Invalid",
      })
  void exactlyOneCustomerIsAskedFor(boolean report, boolean clear, String who, String status) {
    assertThat(
            charger.play.status(
                "CustomerInformation", request(report, clear, who == null ? "" : who)))
        .isEqualTo(status);
    assertThat(charger.play.sent.isEmpty()).isEqualTo(!status.equals("Accepted"));
    if (status.equals("Accepted")) {
      assertThat(charger.play.last("NotifyCustomerInformation").get("data").asText())
          .isEqualTo("no data");
    }
  }

  private static String request(boolean report, boolean clear, String who) {
    return "{\"requestId\":3,\"report\":%s,\"clear\":%s%s}".formatted(report, clear, who);
  }

  @Test
  void allThatIsKnownIsReportedInPiecesAndTokensAreForgotten() {
    Play play = charger.play;
    play.state =
        play.state.apply(
            java.util.List.of(
                new RegistrationChange.TokenJudged(
                    "alias", Tags.ACCEPTED, java.util.List.of(), play.now),
                new NameChange.Given("alias", new Names.Name("a-long-token", "eMAID"))));
    for (int i = 1; i <= 10; i++) {
      play.state =
          new TransactionChange.Started(i, Say.start(1, "ALIAS", play.now, "0"), play.now)
              .applyTo(play.state);
    }
    String who = ",\"idToken\":{\"idToken\":\"A-LONG-TOKEN\",\"type\":\"eMAID\"}";
    assertThat(play.status("CustomerInformation", request(true, true, who))).isEqualTo("Accepted");
    String data =
        play.sent.stream().map(s -> s.payload().get("data").asText()).collect(Collectors.joining());
    assertThat(data).contains("authorization Accepted", "transaction 10 on connector 1");
    assertThat(play.sent).hasSizeGreaterThan(1);
    assertThat(play.sent.getFirst().payload().get("tbc").asBoolean()).isTrue();
    assertThat(play.sent.getLast().payload().get("tbc").asBoolean()).isFalse();
    assertThat(play.sent.getLast().payload().get("seqNo").asInt()).isEqualTo(play.sent.size() - 1);
    assertThat(play.state.tokens().known()).isEmpty();
    assertThat(play.state.station().names().tokens()).isEmpty();
    assertThat(play.state.transactions().all()).hasSize(10);
  }

  @Test
  void aRefusedStationCertificateIsASecurityEvent() {
    Charger charger = new Charger(SoapVersion.V15);
    charger.play.call(
        "CertificateSigned", "{\"certificateChain\":\"x\",\"certificateType\":\"V2GCertificate\"}");
    assertThat(charger.play.sent).isEmpty();
    charger.play.call("CertificateSigned", "{\"certificateChain\":\"x\"}");
    assertThat(charger.play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("InvalidChargingStationCertificate");
  }
}
