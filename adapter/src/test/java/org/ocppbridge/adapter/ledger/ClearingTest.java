package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept is the same whether a message took the short way or not. */
class ClearingTest {

  private static Wire cleared(Wire.Way way, Object body) {
    Recording.Draft draft = new Recording.Draft(Direction.TO_CSMS, Origin.CHARGER);
    draft.began = Instant.EPOCH;
    draft.wires.add(new Recording.Draft.Raw(1, way, true, 200, body));
    return Clearing.of(draft).whole().wire().getFirst();
  }

  private static Wire expected(Wire.Way way, String text) {
    String clear = way.soap() ? Secrets.inSoap(text) : Secrets.inJson(text);
    String kept = Texts.cut(clear, LedgerSettings.TEXT_MAX);
    return new Wire(1, way, true, 200, kept, text.length());
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.of(
            "<key>", "</key>", "<value>", "</value>", "AuthorizationKey", "a", "password", "ä", "€")
        .list()
        .ofMaxSize(12)
        .flatMap(
            parts ->
                Arbitraries.of(
                        "", "http://u:p@h/", "?token=x", "Basic QWxhZGRpbg==", "\ud83d\ude97")
                    .map(end -> String.join("", parts) + end));
  }

  @Property(tries = 500)
  void a_message_is_masked_as_its_text_is(
      @ForAll("messages") String text, @ForAll Wire.Way way, @ForAll boolean soap) {
    Object body = soap ? text.getBytes(StandardCharsets.UTF_8) : text;
    assertThat(cleared(way, body)).isEqualTo(expected(way, text));
  }

  @Property(tries = 500)
  void whatever_bytes_come_they_are_kept_as_their_text_is(
      @ForAll byte[] bytes, @ForAll Wire.Way way) {
    assertThat(cleared(way, bytes)).isEqualTo(expected(way, Texts.of(bytes)));
  }

  @Test
  void a_long_message_is_cut() {
    String text = "x".repeat(LedgerSettings.TEXT_MAX + 1);
    for (Object body : List.of(text, text.getBytes(StandardCharsets.UTF_8))) {
      assertThat(cleared(Wire.Way.CHARGER_TO_BRIDGE, body))
          .isEqualTo(expected(Wire.Way.CHARGER_TO_BRIDGE, text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "ISO-8859-1", "UTF-8"})
  void a_secret_is_masked_in_any_coding(String charset) {
    String text = "<x><key>AuthorizationKey</key><value>hunter2</value></x>";
    Wire kept = cleared(Wire.Way.CHARGER_TO_BRIDGE, text.getBytes(Charset.forName(charset)));
    assertThat(kept.text()).contains("AuthorizationKey").contains("<value>***</value>");
  }
}
