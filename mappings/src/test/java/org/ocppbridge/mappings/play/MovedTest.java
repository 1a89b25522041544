package org.ocppbridge.mappings.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.RegistrationChange.ServedBy;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.json16.Json16;
import org.ocppbridge.mappings.json201.Json201;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.ConnectorStatus;
import org.ocppbridge.mappings.model.StatusNotification;

/**
 * A charger that is moved to another CSMS, which has to get to know it although it did not boot.
 */
class MovedTest {

  static Stream<Arguments> all() {
    return Stream.of(SoapVersion.values())
        .flatMap(
            version ->
                Stream.of(
                    Arguments.of(version, new Json16()), Arguments.of(version, new Json201())));
  }

  private static Play atFirstCsms(SoapVersion version, JsonDialect dialect) {
    Play play = new Play(version, dialect);
    play.note(new ServedBy("one"));
    play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.AVAILABLE));
    play.ask(Authorize.FROM_CHARGER, new Authorize.Request("TAG"));
    play.later(Duration.ofHours(1));
    play.up = false;
    play.sent.clear();
    return play;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theNewCsmsGetsABootNotificationFirstAndThenHowTheConnectorsStand(
      SoapVersion version, JsonDialect dialect) {
    Play play = atFirstCsms(version, dialect);
    play.note(new ServedBy("two"));
    play.comesBack();
    play.passes(Duration.ofSeconds(11));
    List<String> actions = play.actions();
    assertThat(actions).startsWith("BootNotification").contains("StatusNotification");
    assertThat(actions).containsOnlyOnce("BootNotification");
    assertThat(play.last("StatusNotification").toString()).contains("Available");
  }

  @ParameterizedTest
  @MethodSource("all")
  void beforeTheNewCsmsAcceptsItNothingElseIsSent(SoapVersion version, JsonDialect dialect) {
    Play play = atFirstCsms(version, dialect);
    play.note(new ServedBy("two"));
    play.csms("BootNotification", Play.boot("Rejected", 60));
    play.comesBack();
    play.ask(StatusNotification.FROM_CHARGER, Say.status(1, ConnectorStatus.OCCUPIED));
    assertThat(play.actions()).containsExactly("BootNotification");
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatTheOldCsmsSaidAndSetIsForgotten(SoapVersion version, JsonDialect dialect) {
    Play play = atFirstCsms(version, dialect);
    play.note(new AccessChange.PasswordGiven("sealed"));
    assertThat(play.state.tokens().known()).isNotEmpty();
    play.note(new ServedBy("two"));
    assertThat(play.state.tokens()).matches(tokens -> tokens.known().isEmpty());
    assertThat(play.state.access()).isEqualTo(Access.NONE);
    assertThat(play.state.settings().link()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameCsmsNeedsNoBootNotificationAgain(SoapVersion version, JsonDialect dialect) {
    Play play = atFirstCsms(version, dialect);
    play.note(new ServedBy("one"));
    play.comesBack();
    assertThat(play.actions()).doesNotContain("BootNotification");
  }

  @Test
  void theChargersOwnBootNotificationIsForwardedToTheNewCsms() {
    Play play = atFirstCsms(SoapVersion.V15, new Json16());
    play.note(new ServedBy("two"));
    play.up = true;
    play.ask(BootNotification.FROM_CHARGER, Say.boot("M1"));
    assertThat(play.actions()).containsExactly("BootNotification");
  }
}
