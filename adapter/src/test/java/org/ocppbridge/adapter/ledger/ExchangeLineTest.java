package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A line is what Jackson makes of the exchange, byte by byte. */
class ExchangeLineTest {
  private final ExchangeLine line = new ExchangeLine();

  private String written(Exchange exchange) {
    List<byte[]> texts =
        exchange.wire().stream().map(w -> w.text().getBytes(StandardCharsets.UTF_8)).toList();
    JsonBytes json = line.of(new Clearing.Clear(exchange.bare(), texts));
    return new String(json.bytes(), 0, json.size(), StandardCharsets.UTF_8);
  }

  /** Any text without half surrogate pairs, with more of what matters than chance would bring. */
  private static Arbitrary<String> texts() {
    Arbitrary<Character> marks =
        Arbitraries.of('"', '\\', '/', '<', '&', '\n', '\r', '\t', '\b', '\f', '\0', '\u001f');
    Arbitrary<Character> others = Arbitraries.chars().all().filter(c -> !Character.isSurrogate(c));
    Arbitrary<String> mixed =
        Arbitraries.oneOf(marks, others, Arbitraries.chars().ascii())
            .list()
            .ofMaxSize(60)
            .map(
                chars -> {
                  StringBuilder text = new StringBuilder();
                  chars.forEach(text::append);
                  return text.toString();
                });
    return Arbitraries.oneOf(mixed, Arbitraries.of("", "\ud83d\ude97 \"ä\" €", "x".repeat(9_000)));
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.longs().greaterOrEqual(0).edgeCases(edges -> edges.add(0L, 9L, 10L));
  }

  @Provide
  Arbitrary<Wire> wires() {
    return Combinators.combine(
            numbers(),
            Arbitraries.of(Wire.Way.class),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 599),
            texts(),
            Arbitraries.integers().between(0, 99_999))
        .as(Wire::new);
  }

  @Provide
  Arbitrary<Exchange> exchanges() {
    Arbitrary<List<String>> names = texts().list().ofSize(9);
    Arbitrary<List<Lost>> losses =
        Combinators.combine(texts(), texts(), texts()).as(Lost::new).list().ofMaxSize(3);
    Arbitrary<Timing> timings =
        Combinators.combine(numbers(), numbers(), numbers()).as(Timing::new);
    return Combinators.combine(
            names,
            numbers(),
            Arbitraries.longs().between(-9_999_999_999_999L, 99_999_999_999_999_999L),
            numbers().list().ofMaxSize(3),
            texts().list().ofMaxSize(3),
            losses,
            timings,
            wires().list().ofMaxSize(5))
        .as(ExchangeLineTest::exchange);
  }

  private static Exchange exchange(
      List<String> names,
      long seq,
      long began,
      List<Long> kept,
      List<String> actions,
      List<Lost> losses,
      Timing timing,
      List<Wire> wires) {
    return new Exchange(
        began,
        Instant.ofEpochSecond(began / 1_000_000, Math.abs(began % 1_000_000) * 1_000),
        names.get(0),
        one(Direction.values(), names.get(1)),
        one(Origin.values(), names.get(2)),
        names.get(3),
        actions,
        names.get(4),
        names.get(5),
        names.get(6),
        names.get(7),
        seq,
        kept,
        one(Outcome.values(), names.get(1)),
        names.get(8),
        timing,
        losses,
        wires);
  }

  private static <T> T one(T[] all, String by) {
    return all[by.length() % all.length];
  }

  @Property(tries = 500)
  void any_exchange_is_written_as_jackson_writes_it(@ForAll("exchanges") Exchange exchange) {
    assertThat(written(exchange)).isEqualTo(LedgerJson.text(exchange));
  }

  @Property(tries = 200)
  void any_exchange_is_read_back_as_it_was(@ForAll("exchanges") Exchange exchange)
      throws Exception {
    assertThat(LedgerJson.text(LedgerJson.exchange(written(exchange))))
        .isEqualTo(LedgerJson.text(exchange));
  }

  @Test
  void half_a_surrogate_pair_breaks_nothing() throws Exception {
    Exchange odd =
        exchange(
            List.of("CP\ud83d", "", "", "", "", "", "", "", "\ude97"),
            0,
            1,
            List.of(),
            List.of(),
            List.of(),
            new Timing(0, 0, 0),
            List.of());
    Exchange read = LedgerJson.exchange(written(odd));
    assertThat(read.charger()).isEqualTo("CP?");
    assertThat(read.detail()).isEqualTo("?");
  }

  @Test
  void a_long_exchange_takes_no_memory_from_the_next_ones() {
    JsonBytes json = new JsonBytes();
    json.text("\u0001".repeat(1 << 18));
    assertThat(json.size()).isEqualTo(6 * (1 << 18) + 2);
    json.clear();
    assertThat(json.bytes()).hasSizeLessThan(1 << 15);
    json.number(Long.MIN_VALUE);
    assertThat(new String(json.bytes(), 0, json.size(), StandardCharsets.US_ASCII))
        .isEqualTo("-9223372036854775808");
  }
}
