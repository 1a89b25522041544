package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.AccessChange.Connected;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json.Json;
import org.ocppbridge.mappings.play.Authority;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.rules.CertificateSigning;
import org.ocppbridge.mappings.rules.Certificates;

/** The certificates of the connection to the CSMS: A02, A03, M03, M04, M05. */
class CertificatesTest {

  private static final Authority ROOT = new Authority("Root");
  private static final Authority OTHER = new Authority("Other Root");
  private static final Authority BELOW = new Authority("Issuer", ROOT);

  private final Charger charger = new Charger(SoapVersion.V16);
  private final Play play = charger.play;

  private String install(String type, String pem) {
    return play.status(
        "InstallCertificate",
        Json.object().put("certificateType", type).put("certificate", pem).toString());
  }

  private String delete(String hashes) {
    return play.status("DeleteCertificate", "{\"certificateHashData\":" + hashes + "}");
  }

  private JsonNode installed(String filter) {
    return charger.result("GetInstalledCertificateIds", filter);
  }

  private String signed(String chain) {
    return play.status(
        "CertificateSigned", Json.object().put("certificateChain", chain).toString());
  }

  @ParameterizedTest
  @EnumSource
  void aRootIsInstalledListedAndDeleted(SoapVersion version) {
    Play any = new Charger(version).play;
    String csms =
        Json.object()
            .put("certificateType", "CSMSRootCertificate")
            .put("certificate", ROOT.pem())
            .toString();
    assertThat(any.status("GetInstalledCertificateIds", "{}")).isEqualTo("NotFound");
    assertThat(any.status("InstallCertificate", csms)).isEqualTo("Accepted");
    assertThat(any.status("GetInstalledCertificateIds", "{}")).isEqualTo("Accepted");
    assertThat(any.status("DeleteCertificate", "{\"certificateHashData\":" + ROOT.hashes() + "}"))
        .isEqualTo("Accepted");
    assertThat(any.status("GetInstalledCertificateIds", "{}")).isEqualTo("NotFound");
    assertThat(any.asked).isEmpty();
  }

  @Test
  void theListSaysWhatEachIsForAndCanBeFiltered() {
    install("CSMSRootCertificate", ROOT.pem());
    install("ManufacturerRootCertificate", OTHER.pem());
    assertThat(installed("{}").at("/certificateHashDataChain")).hasSize(2);
    JsonNode one =
        installed("{\"certificateType\":[\"ManufacturerRootCertificate\",\"V2GRootCertificate\"]}");
    assertThat(one.at("/certificateHashDataChain/0/certificateType").asText())
        .isEqualTo("ManufacturerRootCertificate");
    assertThat(one.at("/certificateHashDataChain/0/certificateHashData").toString())
        .isEqualTo(OTHER.hashes());
    assertThat(
            play.status(
                "GetInstalledCertificateIds", "{\"certificateType\":[\"MORootCertificate\"]}"))
        .isEqualTo("NotFound");
    assertThat(play.error("GetInstalledCertificateIds", "{\"certificateType\":[]}"))
        .isEqualTo("OccurrenceConstraintViolation");
    assertThat(charger.read("SecurityCtrlr.CertificateEntries")).isEqualTo("2");
  }

  @Test
  void hashesAreThoseOfOcsp() throws Exception {
    X509Certificate issuer = ROOT.certificate();
    X509Certificate subject = BELOW.certificate();
    Certificates.Hashes hashes = Certificates.hashes(subject, issuer, "SHA256");
    CertificateID ocsp =
        new CertificateID(
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
            new JcaX509CertificateHolder(issuer),
            subject.getSerialNumber());
    assertThat(hashes.issuerNameHash()).isEqualTo(Hex.toHexString(ocsp.getIssuerNameHash()));
    assertThat(hashes.issuerKeyHash()).isEqualTo(Hex.toHexString(ocsp.getIssuerKeyHash()));
    assertThat(new BigInteger(hashes.serialNumber(), 16)).isEqualTo(subject.getSerialNumber());
    assertThat(hashes.serialNumber()).doesNotStartWith("0").isLowerCase();
  }

  @Test
  void hashesAreFoundInAnySpellingAndWithAnyAlgorithm() {
    install("CSMSRootCertificate", ROOT.pem());
    X509Certificate root = ROOT.certificate();
    Certificates.Hashes hashes = Certificates.hashes(root, root, "SHA512");
    String upper =
        Json.object()
            .put("hashAlgorithm", "SHA512")
            .put("issuerNameHash", hashes.issuerNameHash().toUpperCase(Locale.ROOT))
            .put("issuerKeyHash", hashes.issuerKeyHash())
            .put("serialNumber", "00" + hashes.serialNumber().toUpperCase(Locale.ROOT))
            .toString();
    assertThat(delete(upper)).isEqualTo("Accepted");
    assertThat(delete(upper)).isEqualTo("NotFound");
  }

  @Test
  void whatIsNoValidAuthorityIsNotInstalled() {
    String leaf = ROOT.sign(Authority.keyPair().publicKey());
    assertThat(install("CSMSRootCertificate", "x")).isEqualTo("Rejected");
    assertThat(install("CSMSRootCertificate", leaf)).isEqualTo("Rejected");
    assertThat(install("CSMSRootCertificate", ROOT.pem() + OTHER.pem())).isEqualTo("Rejected");
    assertThat(install("V2GRootCertificate", ROOT.pem())).isEqualTo("Rejected");
    assertThat(install("MORootCertificate", ROOT.pem())).isEqualTo("Rejected");
    assertThat(install("CSMSRootCertificate", BELOW.pem())).isEqualTo("Rejected");
    play.later(Duration.ofDays(100));
    assertThat(install("CSMSRootCertificate", ROOT.pem())).isEqualTo("Rejected");
  }

  @Test
  void anAuthorityBelowAnInstalledOneIsInstalledToo() {
    install("CSMSRootCertificate", ROOT.pem());
    assertThat(install("CSMSRootCertificate", BELOW.pem())).isEqualTo("Accepted");
    assertThat(installed("{}").at("/certificateHashDataChain")).hasSize(2);
  }

  @Test
  void noMoreAreInstalledThanTheLimitSays() {
    for (int i = 0; i < Access.ROOTS_MAX; i++) {
      assertThat(install("CSMSRootCertificate", new Authority("Root " + i).pem()))
          .isEqualTo("Accepted");
    }
    JsonNode answer =
        charger.result(
            "InstallCertificate",
            Json.object()
                .put("certificateType", "CSMSRootCertificate")
                .put("certificate", ROOT.pem())
                .toString());
    assertThat(answer.at("/statusInfo/reasonCode").asText()).isEqualTo("OutOfStorage");
  }

  @Test
  void theRootThatTheConnectionStandsOnIsNotDeleted() {
    play.note(new Connected(0, 2, Proved.NONE, Proved.NONE));
    X509Certificate csms =
        Certificates.parse(ROOT.sign(Authority.keyPair().publicKey())).getFirst();
    play.security =
        new Play.Sealing() {
          @Override
          public List<X509Certificate> csmsChain() {
            return List.of(csms);
          }
        };
    install("CSMSRootCertificate", ROOT.pem());
    install("CSMSRootCertificate", OTHER.pem());
    assertThat(delete(ROOT.hashes())).isEqualTo("Failed");
    assertThat(delete(OTHER.hashes())).isEqualTo("Accepted");
  }

  @Test
  void aConfiguredRootIsListedButNotDeleted() {
    play.security =
        new Play.Sealing() {
          @Override
          public List<X509Certificate> configuredRoots() {
            return List.of(ROOT.certificate());
          }
        };
    assertThat(installed("{}").at("/certificateHashDataChain")).hasSize(1);
    assertThat(delete(ROOT.hashes())).isEqualTo("Failed");
  }

  private void wantsCertificate() {
    play.keyPairs = Optional.of(Authority::keyPair);
    assertThat(charger.write("SecurityCtrlr.OrganizationName", "Operator")).isEqualTo("Accepted");
    play.sent.clear();
    assertThat(
            play.status(
                "TriggerMessage", "{\"requestedMessage\":\"SignChargingStationCertificate\"}"))
        .isEqualTo("Accepted");
  }

  private String publicKey() {
    return play.state.access().signing().orElseThrow().request().orElseThrow().publicKey();
  }

  @Test
  void aCertificateIsAskedForSignedAndKeptUntilAConnectionProvesIt() {
    wantsCertificate();
    assertThat(play.actions()).containsExactly("SignCertificate");
    assertThat(play.last("SignCertificate").path("certificateType").asText())
        .isEqualTo("ChargingStationCertificate");
    String chain = ROOT.sign(publicKey());
    assertThat(signed(chain)).isEqualTo("Accepted");
    assertThat(play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("ReconfigurationOfSecurityParameters");
    Access access = play.state.access();
    assertThat(access.nextCertificate()).contains(new Access.Identity("sealed:key", chain));
    assertThat(access.certificate()).isEmpty();
    play.note(new Connected(0, 3, Proved.NONE, Proved.NEXT));
    assertThat(play.state.access().certificate()).isEqualTo(access.nextCertificate());
    assertThat(play.state.access().nextCertificate()).isEmpty();
  }

  @Test
  void aCertificateThatDoesNotFitIsRejectedAndToldAsAnEvent() {
    assertThat(signed(ROOT.sign(Authority.keyPair().publicKey()))).isEqualTo("Rejected");
    wantsCertificate();
    String key = publicKey();
    install("CSMSRootCertificate", ROOT.pem());
    assertThat(signed("x")).isEqualTo("Rejected");
    assertThat(signed(ROOT.sign(Authority.keyPair().publicKey()))).isEqualTo("Rejected");
    assertThat(signed(OTHER.sign(key))).isEqualTo("Rejected");
    assertThat(signed(ROOT.sign(key, Play.START.plusSeconds(999), Duration.ofDays(1))))
        .isEqualTo("Rejected");
    assertThat(signed(ROOT.sign(key, Play.START.minusSeconds(999), Duration.ofSeconds(9))))
        .isEqualTo("Rejected");
    assertThat(signed(BELOW.sign(key) + OTHER.pem())).isEqualTo("Rejected");
    assertThat(play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("InvalidChargingStationCertificate");
    assertThat(play.state.access().nextCertificate()).isEmpty();
    assertThat(signed(BELOW.sign(key) + BELOW.pem())).isEqualTo("Accepted");
  }

  @Test
  void aCertificateOfIso15118IsRefused() {
    wantsCertificate();
    String request =
        Json.object()
            .put("certificateChain", ROOT.sign(publicKey()))
            .put("certificateType", "V2GCertificate")
            .toString();
    assertThat(play.status("CertificateSigned", request)).isEqualTo("Rejected");
  }

  @Test
  void withoutTheOperatorsNameNoCertificateIsAskedFor() {
    assertThat(
            play.status(
                "TriggerMessage", "{\"requestedMessage\":\"SignChargingStationCertificate\"}"))
        .isEqualTo("Rejected");
  }

  @Test
  void aCertificateThatDoesNotComeIsAskedForAgainWithGrowingWaitsAndGivenUp() {
    assertThat(charger.write("SecurityCtrlr.CertSigningRepeatTimes", "2")).isEqualTo("Accepted");
    wantsCertificate();
    for (int minutes : List.of(1, 2)) {
      play.passes(Duration.ofMinutes(minutes).minusSeconds(1));
      int before = play.sent.size();
      play.passes(Duration.ofSeconds(1));
      assertThat(play.sent).hasSize(before + 1);
    }
    play.passes(Duration.ofMinutes(4));
    assertThat(play.actions()).containsOnly("SignCertificate").hasSize(3);
    assertThat(play.state.access().signing()).isEmpty();
    assertThat(play.state.wakeUps()).doesNotContainKey(CertificateSigning.AGAIN);
  }

  @Test
  void aRequestThatTheCsmsRejectsIsGivenUp() {
    play.csms("SignCertificate", "{\"status\":\"Rejected\"}");
    wantsCertificate();
    assertThat(play.state.access().signing()).isEmpty();
  }

  @Test
  void aCertificateThatEndsSoonIsRenewed() {
    wantsCertificate();
    signed(ROOT.sign(publicKey()));
    play.note(new Connected(0, 3, Proved.NONE, Proved.NEXT));
    play.sent.clear();
    play.passes(Duration.ofDays(59));
    assertThat(play.actions()).isEmpty();
    play.passes(Duration.ofDays(2));
    assertThat(play.actions()).contains("SignCertificate");
    assertThat(play.state.access().certificate()).isPresent();
    assertThat(signed(ROOT.sign(publicKey()))).isEqualTo("Accepted");
  }

  @Test
  void theStationsOwnCertificateIsNotDeleted() {
    install("CSMSRootCertificate", ROOT.pem());
    wantsCertificate();
    String chain = ROOT.sign(publicKey());
    signed(chain);
    Certificates.Hashes hashes =
        Certificates.hashes(Certificates.parse(chain).getFirst(), ROOT.certificate(), "SHA256");
    assertThat(delete(Json.tree(hashes).toString())).isEqualTo("Failed");
  }

  @Test
  void aRequestThatTheCsmsDoesNotAnswerIsKept() {
    play.csmsIsSilent("SignCertificate");
    wantsCertificate();
    assertThat(play.state.access().signing()).isPresent();
  }
}
