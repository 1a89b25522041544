package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.Target;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "RDAM 123, RDAM%20123",
    "a/b, a%2Fb",
    "00:1A:2B, 00%3A1A%3A2B",
    "a?b#c, a%3Fb%23c",
    "100%, 100%25",
    "%2F, %252F",
    "Säule-1_x.~, S%C3%A4ule-1_x.~",
    "⚡🚗, %E2%9A%A1%F0%9F%9A%97",
    "a+b&c=d;e@f!, a%2Bb%26c%3Dd%3Be%40f%21"
  })
  void an_identity_is_percent_encoded_once(String identity, String encoded) {
    assertThat(RequestTarget.of(URI.create("ws://csms/ocpp"), identity))
        .isEqualTo("/ocpp/" + encoded);
  }

  @ParameterizedTest
  @CsvSource({
    "ws://csms, /CP1",
    "ws://csms/, /CP1",
    "ws://csms/ocpp/, /ocpp/CP1",
    "ws://csms/ocpp//, /ocpp/CP1",
    "ws://csms/a%2Fb/c, /a%2Fb/c/CP1",
    "ws://csms/ocpp?token=a%20b, /ocpp/CP1?token=a%20b",
    "ws://csms/ocpp/?x=1, /ocpp/CP1?x=1"
  })
  void it_goes_behind_the_path_of_the_target_and_before_its_query(String base, String target) {
    assertThat(RequestTarget.of(URI.create(base), "CP1")).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"''", ".", "..", "'CP1\r\nX: y'", "'CP\u0000'", "'\uD83D'"})
  void identities_that_a_url_cannot_carry_are_refused(String identity) {
    CsmsTarget target = CsmsTarget.of("main", URI.create("ws://csms/ocpp"), Target.OCPP16);
    assertThatThrownBy(() -> LinkSettings.of(target, identity))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"http://csms/", "ws://user:secret@csms/", "ws://host_name/", "ws://csms/#x", "csms"})
  void urls_that_are_none_of_a_target_are_refused_without_showing_credentials(String url) {
    assertThatThrownBy(() -> CsmsTarget.of("main", URI.create(url), Target.OCPP16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("main")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_host_may_be_an_ipv6_address() {
    assertThat(
            CsmsTarget.of("main", URI.create("ws://[::1]:9000/x"), Target.OCPP16).url().getHost())
        .isEqualTo("[::1]");
  }
}
