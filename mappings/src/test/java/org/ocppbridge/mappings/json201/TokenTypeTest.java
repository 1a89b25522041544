package org.ocppbridge.mappings.json201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** The type of an idTag that its form does not tell is a setting (C02, C04, C06; MR D6). */
class TokenTypeTest {

  @ParameterizedTest
  @CsvSource({
    "KeyCode, 4711, 4711, KeyCode",
    "Local, ROOM-12, ROOM-12, Local",
    "NoAuthorization, BUTTON, '', NoAuthorization",
    "NoAuthorization, 04AB12CD, 04AB12CD, ISO14443"
  })
  void theSettingDecidesUnlessTheFormDoes(String setting, String idTag, String token, String type) {
    Play play = Stations.accepted(SoapVersion.V15);
    play.policy = with(play.policy, setting);
    play.ask(StartTransaction.FROM_CHARGER, Say.start(1, idTag, play.now, "10"));
    ObjectNode started = play.last("TransactionEvent");
    assertThat(started.at("/idToken/idToken").asText()).isEqualTo(token);
    assertThat(started.at("/idToken/type").asText()).isEqualTo(type);
  }

  private static Policy with(Policy p, String tokenType) {
    Policy201 usual = p.ocpp201();
    return new Policy(
        p.timezone(),
        p.authorizeUnknown(),
        p.startUnknown(),
        p.heartbeatMin(),
        p.heartbeatMax(),
        p.waits(),
        p.tokenLifetime(),
        p.assumedBoot(),
        p.link(),
        p.spellCelcius(),
        p.acceptUnverifiedSigned(),
        new Policy201(
            usual.topology(),
            tokenType,
            usual.gatePending(),
            usual.staleAfter(),
            usual.sampleAge()));
  }
}
