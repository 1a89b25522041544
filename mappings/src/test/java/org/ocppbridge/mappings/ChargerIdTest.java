package org.ocppbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargerIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"CP-1", "RDAM 123", "00:1A:2B", "../x", "Säule?1%", "充電器", "a/b"})
  void whatCanBeReadIsAnIdentity(String value) {
    assertThat(new ChargerId(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "CP\r\nX: 1",
        "CP\u0000",
        "CP\u0085",
        "CP\u200B-1",
        "\uFEFFCP",
        "CP\u202E1",
        "CP\u2028",
        "CP\u2029",
        "CP\uD800"
      })
  void whatCannotBeSeenIsNone(String value) {
    assertThatThrownBy(() -> new ChargerId(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
