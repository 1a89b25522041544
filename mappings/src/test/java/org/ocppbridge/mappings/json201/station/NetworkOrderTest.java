package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.mappings.Access.Profile;
import org.ocppbridge.mappings.AccessChange.Connected;
import org.ocppbridge.mappings.AccessChange.Proved;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.play.Play;

/** Network profiles: B09, B10, A05. */
class NetworkOrderTest {

  private static final BootNotification.Request BOOT =
      new BootNotification.Request("Vendor", "Model", null, null, null, null, null, null, null);

  private static Play play(SoapVersion version) {
    Play play = Play.accepted(version, new Json201());
    play.charger(Reset.FROM_CSMS, new Reset.Answer(ResetStatus.ACCEPTED));
    play.later(Duration.ofMinutes(5));
    return play;
  }

  private static String profile(Play play, int slot, String url, int security) {
    return play.status(
        "SetNetworkProfile",
        ("{\"configurationSlot\":%d,\"connectionData\":{\"ocppVersion\":\"OCPP20\","
                + "\"ocppTransport\":\"JSON\",\"ocppCsmsUrl\":\"%s\",\"messageTimeout\":7,"
                + "\"securityProfile\":%d,\"ocppInterface\":\"Wired0\"}}")
            .formatted(slot, url, security));
  }

  private static String priority(Play play, String slots) {
    return play.call(
            "SetVariables",
            ("{\"setVariableData\":[{\"attributeValue\":\"%s\","
                    + "\"component\":{\"name\":\"OCPPCommCtrlr\"},"
                    + "\"variable\":{\"name\":\"NetworkConfigurationPriority\"}}]}")
                .formatted(slots))
        .toString();
  }

  private static void resets(Play play) {
    assertThat(play.status("Reset", "{\"type\":\"Immediate\"}")).isEqualTo("Accepted");
    play.later(Duration.ofSeconds(20));
    play.ask(BootNotification.FROM_CHARGER, BOOT);
  }

  @ParameterizedTest
  @EnumSource
  void aNewOrderIsInForceAfterTheResetOfTheCharger(SoapVersion version) {
    Play play = play(version);
    assertThat(profile(play, 1, "wss://other.example/x", 2)).isEqualTo("Accepted");
    assertThat(priority(play, "1,0")).contains("Accepted");
    assertThat(play.state.access().network().order()).isEmpty();
    resets(play);
    assertThat(play.state.access().network().order())
        .containsExactly(
            new Profile(1, Optional.of("wss://other.example/x"), 2, 7),
            new Profile(0, Optional.empty(), 0, 0));
  }

  @Test
  void aProfileThatIsChangedIsInForceAfterTheNextReset() {
    Play play = play(SoapVersion.V16);
    profile(play, 1, "wss://other.example/x", 2);
    priority(play, "1,0");
    resets(play);
    profile(play, 1, "wss://third.example/x", 2);
    assertThat(play.state.access().network().order().getFirst().url())
        .contains("wss://other.example/x");
    play.later(Duration.ofMinutes(5));
    resets(play);
    assertThat(play.state.access().network().order().getFirst().url())
        .contains("wss://third.example/x");
  }

  @Test
  void aBootThatIsNoRestartChangesNothing() {
    Play play = play(SoapVersion.V16);
    profile(play, 1, "wss://other.example/x", 2);
    priority(play, "1,0");
    play.ask(Heartbeat.FROM_CHARGER, new Heartbeat.Request());
    play.later(Duration.ofMinutes(1));
    play.ask(BootNotification.FROM_CHARGER, BOOT);
    assertThat(play.state.access().network().order()).isEmpty();
  }

  @Test
  void theNewCsmsGetsABootNotificationBeforeAllElse() {
    Play play = play(SoapVersion.V16);
    play.sent.clear();
    play.up = false;
    play.note(new Connected(1, 2, Proved.NONE, Proved.NONE));
    assertThat(play.state.registration().owed()).isTrue();
    play.comesBack();
    assertThat(play.actions().getFirst()).isEqualTo("BootNotification");
    assertThat(play.state.access().network().moved()).isFalse();
    play.sent.clear();
    play.up = false;
    play.note(new Connected(1, 2, Proved.NONE, Proved.NONE));
    play.comesBack();
    assertThat(play.actions()).doesNotContain("BootNotification");
  }

  @Test
  void theChargersOwnBootNotificationIsEnough() {
    Play play = play(SoapVersion.V16);
    profile(play, 1, "wss://other.example/x", 2);
    priority(play, "1");
    play.up = false;
    play.sent.clear();
    resets(play);
    play.note(new Connected(1, 2, Proved.NONE, Proved.NONE));
    play.comesBack();
    assertThat(play.actions().stream().filter("BootNotification"::equals)).hasSize(1);
  }

  @Test
  void aHigherSecurityProfileThatWorksRemovesLowerOnesForGood() {
    Play play = play(SoapVersion.V16);
    profile(play, 0, "ws://old.example/x", 1);
    profile(play, 1, "wss://new.example/x", 2);
    priority(play, "1,0");
    resets(play);
    play.note(new Connected(1, 2, Proved.NONE, Proved.NONE));
    play.comesBack();
    assertThat(play.state.station().model().networkProfiles()).containsOnlyKeys(1);
    assertThat(play.view().securityProfile()).isEqualTo(2);
    assertThat(profile(play, 0, "ws://old.example/x", 1)).isEqualTo("Rejected");
    assertThat(priority(play, "0,1")).contains("Accepted");
    assertThat(priority(play, "1")).contains("Accepted");
  }

  @Test
  void theThirdSecurityProfileNeedsACertificate() {
    Play play = play(SoapVersion.V16);
    assertThat(profile(play, 1, "wss://new.example/x", 3)).isEqualTo("Accepted");
    assertThat(priority(play, "1,0")).contains("InvalidConfSlot");
    play.security =
        new Play.Sealing() {
          @Override
          public boolean configuredCertificate() {
            return true;
          }
        };
    assertThat(priority(play, "1,0")).contains("Accepted");
  }

  @Test
  void aHostThatTheConfigurationDoesNotAllowIsRefused() {
    Play play = play(SoapVersion.V16);
    play.security =
        new Play.Sealing() {
          @Override
          public boolean allows(String url) {
            return url.startsWith("wss://csms.example");
          }
        };
    assertThat(profile(play, 1, "wss://evil.example/x", 2)).isEqualTo("Rejected");
    assertThat(profile(play, 1, "wss://user:pw@csms.example/x", 2)).isEqualTo("Rejected");
    assertThat(profile(play, 1, "wss://csms.example/x", 2)).isEqualTo("Accepted");
    assertThat(List.copyOf(play.state.station().model().networkProfiles().keySet()))
        .containsExactly(1);
  }
}
