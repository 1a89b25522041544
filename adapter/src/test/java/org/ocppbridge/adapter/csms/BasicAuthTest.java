package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BasicAuthTest {

  private static byte[] sent(BasicAuth auth) {
    return Base64.getDecoder().decode(auth.header().substring("Basic ".length()));
  }

  @Test
  void a_text_password_is_sent_as_it_is() {
    assertThat(new String(sent(BasicAuth.text("CP1", "pass:wörd")), StandardCharsets.UTF_8))
        .isEqualTo("CP1:pass:wörd");
  }

  @Test
  void forty_hex_digits_are_sent_as_twenty_bytes() {
    String digits = "00ff10A0" + "0123456789abcdef0123456789abcdef";
    byte[] sent = sent(BasicAuth.hex("CP1", digits));
    assertThat(sent).hasSize(4 + 20);
    assertThat(Arrays.copyOfRange(sent, 4, 24)).isEqualTo(HexFormat.of().parseHex(digits));
  }

  @Test
  void a_user_with_a_colon_is_refused_with_advice() {
    assertThatThrownBy(() -> BasicAuth.text("00:11:22", "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("colon")
        .hasMessageContaining("another user")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_password_is_shown_nowhere() {
    assertThat(BasicAuth.text("CP1", "secret").toString()).isEqualTo("CP1:***");
    assertThatThrownBy(() -> BasicAuth.hex("CP1", "topsecret!"))
        .hasMessageNotContaining("topsecret")
        .hasNoCause();
  }
}
