package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drivers' tokens go wherever they stand. */
class TokenEraserTest {
  private static final String SOAP = "<startRequest><a:idTag>Ab&amp;12</a:idTag></startRequest>";

  @Test
  void all_tokens_go_where_the_contracts_have_them_and_where_else_they_stand() {
    Exchange exchange =
        exchange(
            SOAP,
            "[2,\"1\",\"TransactionEvent\",{\"idToken\":{\"idToken\" : \"CAFE01\",\"type\":\"x\"}}]",
            "[2,\"2\",\"DataTransfer\",{\"data\":\"card cafe01 was seen, CAFE0123 was not\"}]");

    Exchange erased = TokenEraser.all().erased(exchange);

    assertThat(erased.wire().get(0).text())
        .isEqualTo("<startRequest><a:idTag>erased</a:idTag></startRequest>");
    assertThat(erased.wire().get(1).text()).contains("\"idToken\" : \"erased\"");
    assertThat(erased.wire().get(2).text()).contains("card erased was seen, CAFE0123 was not");
    assertThat(erased.losses().getFirst().reason()).isEqualTo("'erased' was cut");
    assertThat(erased.detail()).isEqualTo("tag erased is unknown");
    assertThat(TokenEraser.all().erased(erased)).isEqualTo(erased);
  }

  @Test
  void one_token_goes_in_all_its_written_forms_and_others_stay() {
    Exchange exchange =
        exchange(SOAP, "{\"idTag\":\"ab&12\",\"parentIdTag\":\"OTHER\"}", "idTag: AB&12");

    Exchange erased = TokenEraser.of(" aB&12 ").erased(exchange);

    assertThat(erased.wire().get(0).text()).doesNotContainIgnoringCase("ab&");
    assertThat(erased.wire().get(1).text())
        .isEqualTo("{\"idTag\":\"erased\",\"parentIdTag\":\"OTHER\"}");
    assertThat(erased.wire().get(2).text()).isEqualTo("idTag: erased");
    assertThat(erased.detail()).contains("CAFE01");
  }

  @Test
  void a_short_token_is_erased_only_where_the_contract_has_it() {
    String text = "{\"idTag\":\"12\",\"meterStart\":12,\"connectorId\":1}";
    assertThat(TokenEraser.of("12").erased(text))
        .isEqualTo("{\"idTag\":\"erased\",\"meterStart\":12,\"connectorId\":1}");
    assertThatThrownBy(() -> TokenEraser.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Exchange exchange(String... texts) {
    return new Exchange(
        1,
        Instant.EPOCH,
        "CP-1",
        Direction.TO_CSMS,
        Origin.CHARGER,
        "StartTransaction",
        List.of(),
        "1.6",
        "main",
        "ocpp1.6",
        "",
        0,
        List.of(),
        Outcome.ANSWERED,
        "tag CAFE01 is unknown",
        new Timing(1, 0, 0),
        List.of(new Lost("changed", "idTag", "'CAFE01' was cut")),
        List.of(texts).stream()
            .map(text -> new Wire(0, Wire.Way.CHARGER_TO_BRIDGE, false, 0, text, text.length()))
            .toList());
  }
}
