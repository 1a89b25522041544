package org.ocppbridge.mappings.json201.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.AccessChange.Connected;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkSecurity;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.play.Play;

/** The Basic password of the connection (A01), and what keeps the bridge out (A04). */
class PasswordTest {

  private static final String PASSWORD = "SecurityCtrlr.BasicAuthPassword";
  private static final String NEW = "a-new-password-1";

  private final Charger charger = new Charger(SoapVersion.V16);
  private final Play play = charger.play;

  @ParameterizedTest
  @EnumSource
  void aPasswordIsKeptSealedAndTriedWithTheNextConnection(SoapVersion version) {
    Charger any = new Charger(version);
    assertThat(any.write(PASSWORD, NEW)).isEqualTo("Accepted");
    assertThat(any.play.state.access().nextPassword()).contains("sealed:" + NEW);
    assertThat(any.play.last("SecurityEventNotification").path("type").asText())
        .isEqualTo("ReconfigurationOfSecurityParameters");
    assertThat(any.play.asked).isEmpty();
    any.play.note(new Connected(0, 1, Proved.NEXT, Proved.NONE));
    assertThat(any.play.state.access().password()).contains("sealed:" + NEW);
    assertThat(any.play.state.access().nextPassword()).isEmpty();
  }

  @Test
  void aPasswordThatFailedIsForgottenAndTheOneBeforeStays() {
    charger.write(PASSWORD, NEW);
    play.note(new Connected(0, 1, Proved.NEXT, Proved.NONE));
    charger.write(PASSWORD, "another-password");
    play.note(new Connected(0, 1, Proved.KEPT, Proved.NONE));
    assertThat(play.state.access().password()).contains("sealed:" + NEW);
    assertThat(play.state.access().nextPassword()).isEmpty();
    play.note(new Connected(0, 1, Proved.CONFIGURED, Proved.NONE));
    assertThat(play.state.access().password()).isEmpty();
  }

  @Test
  void aPasswordOfTheWrongLengthIsRejected() {
    assertThat(charger.write(PASSWORD, "too short")).startsWith("Rejected");
    assertThat(charger.write(PASSWORD, "x".repeat(65))).startsWith("Rejected");
    assertThat(play.state.access().nextPassword()).isEmpty();
  }

  @Test
  void aPasswordThatCannotBeKeptSecretIsRejected() {
    play.security = LinkSecurity.NONE;
    assertThat(charger.write(PASSWORD, NEW)).isEqualTo("Rejected NotEnabled");
  }

  @Test
  void aPasswordIsNeverTold() {
    charger.write(PASSWORD, NEW);
    String read =
        play.call(
                "GetVariables",
                "{\"getVariableData\":[{\"component\":{\"name\":\"SecurityCtrlr\"},"
                    + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}")
            .toString();
    assertThat(read).contains("Rejected").doesNotContain(NEW);
    play.status("GetBaseReport", "{\"requestId\":1,\"reportBase\":\"FullInventory\"}");
    assertThat(play.sent.toString()).contains("BasicAuthPassword").doesNotContain(NEW);
    assertThat(play.state.securityLog().toString()).doesNotContain(NEW);
  }

  @Test
  void whatKeptTheBridgeOutIsTold() {
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.CSMS_CERTIFICATE, "expired"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.CREDENTIALS, "HTTP 401"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.TLS_VERSION, "TLS 1.1"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.TLS_CIPHER_SUITE, "none"));
    play.tell(new LinkNews.NotConnected(LinkNews.Trouble.OTHER, "nobody there"));
    assertThat(play.sent)
        .extracting(sent -> sent.payload().path("type").asText())
        .containsExactly(
            "InvalidCsmsCertificate",
            "FailedToAuthenticateAtCsms",
            "InvalidTLSVersion",
            "InvalidTLSCipherSuite");
    assertThat(play.state.securityLog().text(Optional.empty(), Optional.empty()))
        .contains(
            "\tInvalidCsmsCertificate\texpired\n", "\tFailedToAuthenticateAtCsms\tHTTP 401\n");
  }
}
