package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.AccessChange.Connected;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkNews.UploadEnded;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.ocppbridge.mappings.SecurityLog;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.play.Authority;
import org.ocppbridge.mappings.play.Play;

/** What the bridge does by itself for the 1.6 security extension (white paper A, M, N). */
class SecurityExtensionTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
  private static final Authority ROOT = new Authority("Root");

  private final Play play = Play.accepted(SoapVersion.V15);

  private String configure(String key, String value) {
    return play.status(
        "ChangeConfiguration", Json.object().put("key", key).put("value", value).toString());
  }

  @Test
  void aPasswordIsKeptSealedAndNeverShown() {
    assertThat(configure("AuthorizationKey", "too short")).isEqualTo("Rejected");
    assertThat(configure("AuthorizationKey", KEY)).isEqualTo("Accepted");
    assertThat(play.state.access().nextPassword()).contains("sealed:" + KEY);
    assertThat(play.state.settings().toString()).doesNotContain(KEY);
    assertThat(play.asked).isEmpty();
  }

  @Test
  void theSecurityProfileOnlyRisesAndOnlyToWhatThereIsAllFor() {
    assertThat(configure("SecurityProfile", "1")).isEqualTo("Rejected");
    configure("AuthorizationKey", KEY);
    assertThat(configure("SecurityProfile", "3")).isEqualTo("Rejected");
    assertThat(configure("SecurityProfile", "2")).isEqualTo("Accepted");
    assertThat(play.state.access().network().nextProfile()).contains(2);
    play.note(new Connected(0, 2, Proved.NEXT, Proved.NONE));
    assertThat(play.view().securityProfile()).isEqualTo(2);
    assertThat(configure("SecurityProfile", "1")).isEqualTo("Rejected");
    assertThat(configure("SecurityProfile", "2")).isEqualTo("Accepted");
    assertThat(configure("SecurityProfile", "4")).isEqualTo("Rejected");
    assertThat(play.state.access().network().nextProfile()).isEmpty();
  }

  @Test
  void aCertificateIsAskedForAndTakenIfItFits() {
    play.keyPairs = Optional.of(Authority::keyPair);
    String trigger = "{\"requestedMessage\":\"SignChargePointCertificate\"}";
    assertThat(play.status("ExtendedTriggerMessage", trigger)).isEqualTo("Rejected");
    assertThat(configure("CpoName", "Operator")).isEqualTo("Accepted");
    assertThat(play.status("ExtendedTriggerMessage", trigger)).isEqualTo("Accepted");
    assertThat(play.last("SignCertificate").has("certificateType")).isFalse();
    String key = play.state.access().signing().orElseThrow().request().orElseThrow().publicKey();
    assertThat(signed("x")).isEqualTo("Rejected");
    assertThat(signed(ROOT.sign(key))).isEqualTo("Accepted");
    assertThat(play.state.access().nextCertificate()).isPresent();
    assertThat(play.state.securityLog().text(Optional.empty(), Optional.empty()))
        .contains("InvalidChargePointCertificate", "ReconfigurationOfSecurityParameters");
    assertThat(play.actions()).doesNotContain("SecurityEventNotification");
  }

  private String signed(String chain) {
    return play.status(
        "CertificateSigned", Json.object().put("certificateChain", chain).toString());
  }

  @Test
  void rootsAreInstalledListedAndDeleted() {
    String install =
        Json.object()
            .put("certificateType", "CentralSystemRootCertificate")
            .put("certificate", ROOT.pem())
            .toString();
    assertThat(play.status("InstallCertificate", install)).isEqualTo("Accepted");
    ObjectNode listed =
        ((CsmsAnswer.Result)
                play.call(
                    "GetInstalledCertificateIds",
                    "{\"certificateType\":\"CentralSystemRootCertificate\"}"))
            .payload();
    assertThat(listed.at("/certificateHashData/0").toString()).isEqualTo(ROOT.hashes());
    String delete = "{\"certificateHashData\":" + ROOT.hashes() + "}";
    assertThat(play.status("DeleteCertificate", delete)).isEqualTo("Accepted");
    assertThat(play.status("DeleteCertificate", delete)).isEqualTo("NotFound");
  }

  @Test
  void theSecurityLogIsUploadedByTheBridge() {
    String get =
        "{\"logType\":\"SecurityLog\",\"requestId\":3,\"log\":{\"remoteLocation\":\"%s\"}}";
    assertThat(play.status("GetLog", get.formatted("ftp://x/"))).isEqualTo("Rejected");
    assertThat(play.status("GetLog", get.formatted("https://x/"))).isEqualTo("Accepted");
    play.tell(new UploadEnded(3, UploadResult.UPLOADED));
    assertThat(play.sent)
        .extracting(sent -> sent.payload().path("status").asText())
        .containsExactly("Uploading", "Uploaded");
  }

  @Test
  void whatKeptTheBridgeOutStandsInTheLog() {
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.CSMS_CERTIFICATE, "expired"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.TLS_VERSION, "TLS 1.1"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.TLS_CIPHER_SUITE, "none"));
    assertThat(play.sent).isEmpty();
    assertThat(play.state.securityLog().entries())
        .extracting(SecurityLog.Entry::type)
        .containsExactly(
            "InvalidCentralSystemCertificate", "InvalidTLSVersion", "InvalidTLSCipherSuite");
  }
}
