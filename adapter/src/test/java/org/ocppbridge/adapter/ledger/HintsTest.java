package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word is overlooked, wherever it stands. */
class HintsTest {
  private static final String ENVELOPE =
      "<?xml version=\"1.0\"?><S:Envelope xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\">"
          + "<wsa:Address>http://10.0.0.1/a&amp;b</wsa:Address><timestamp>Accepted</timestamp>"
          + "<authorizeRequest><idTag>TÄG</idTag></authorizeRequest></S:Envelope>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passw",
        "passphrase",
        "secret",
        "private",
        "apikey",
        "api_key",
        "simpin",
        "credential",
        "authorization"
      })
  void aWordIsFoundAtEachPlaceInEachCase(String word) {
    for (String form : new String[] {word, word.toUpperCase(Locale.ROOT), capitalised(word)}) {
      for (int at = 0; at <= ENVELOPE.length(); at++) {
        String text = ENVELOPE.substring(0, at) + form + ENVELOPE.substring(at);
        assertThat(Hints.of(text).word()).as(text).isTrue();
      }
    }
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  @Test
  void anOrdinaryMessageHasNone() {
    String plain = ENVELOPE.replace("&amp;", "");
    assertThat(Hints.of(plain)).isEqualTo(new Hints(false, false, false, false, false));
    assertThat(Hints.of(plain.replace("Ä", "A")).plain()).isTrue();
    assertThat(Hints.of("").plain()).isTrue();
    assertThat(Hints.of("p").plain()).isTrue();
    assertThat(Hints.of("[2,\"1\",\"Authorize\",{\"idTag\":\"PRIV ATE apike\"}]").plain()).isTrue();
    assertThat(Hints.of("what? & then;").plain()).isTrue();
  }

  @Test
  void theHeaderAndParametersAreToldApart() {
    assertThat(Hints.of("Authorization: Basic"))
        .isEqualTo(new Hints(true, true, false, false, true));
    Hints query = new Hints(false, false, true, false, true);
    assertThat(Hints.of("GET /x?sig=1")).isEqualTo(query);
    assertThat(Hints.of("/x?x=1&amp;Key=1")).isEqualTo(query);
    assertThat(Hints.of("a=1;token=2")).isEqualTo(query);
  }

  @Test
  void signsAndOtherCharactersAreFoundAtEachPlace() {
    for (int at = 0; at < 40; at++) {
      String before = "x".repeat(at);
      for (int behind = 0; behind < 10; behind++) {
        String after = "1".repeat(behind);
        assertThat(Hints.of(before + "@" + after).user()).isTrue();
        assertThat(Hints.of(before + "`" + after).plain()).isTrue();
        assertThat(Hints.of(before + "ä" + after).ascii()).isFalse();
        assertThat(Hints.of(before + "?" + after).plain()).isTrue();
        assertThat(Hints.of(before + "?xml" + after).plain()).isTrue();
        assertThat(Hints.of(before + "?p" + after).query()).isTrue();
        assertThat(Hints.of(before + "&P" + after).query()).isTrue();
        assertThat(Hints.of(before + ";z" + after).query()).isTrue();
      }
    }
  }
}
