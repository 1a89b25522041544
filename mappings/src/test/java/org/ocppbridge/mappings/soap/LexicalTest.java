package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "7|7",
        "' 7 '|7",
        "'\n\t7\r'|7",
        "+7|7",
        "-7|-7",
        "007|7",
        "5.0|5",
        "5,0|5",
        "5.|5",
        "1E3|1000",
        "1.0E7|10000000",
        "2147483647|2147483647",
        "-2147483648|-2147483648",
        "'\u00a07\u00a0'|7",
        "'\ufeff7'|7"
      },
      delimiter = '|')
  void aWholeNumberIsReadHoweverItIsWritten(String raw, int number) {
    assertThat(Lexical.integer(raw)).isEqualTo(number);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "5.5",
        "2147483648",
        "-2147483649",
        "99999999999999999999",
        "0x1F",
        "1 000",
        "1.000,0",
        "--1",
        "1-",
        "+",
        "-",
        ".",
        ",",
        "e",
        "1e",
        "1e+",
        "1e999999999",
        "1e-999",
        "NaN",
        "INF",
        "null",
        "٣",
        "1_000",
        "7;"
      })
  void whatIsNoWholeNumberIsNull(String raw) {
    assertThat(Lexical.integer(raw)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "12.345|12.345",
        "12,345|12.345",
        " .5 |0.5",
        "-0,5|-0.5",
        "1e-3|0.001",
        "2.50|2.50",
        "1.5E3|1500"
      },
      delimiter = '|')
  void aNumberKeepsItsFraction(String raw, BigDecimal number) {
    assertThat(Lexical.decimal(raw)).isEqualByComparingTo(number);
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsNotRead() {
    assertThat(Lexical.decimal("1e999999999")).isNull();
    assertThat(Lexical.decimal("1e99")).isNull();
    assertThat(Lexical.decimal("9".repeat(Lexical.NUMBER_LENGTH_MAX + 1))).isNull();
  }

  @Property
  void everyIntegerIsReadAsWritten(@ForAll int number) {
    assertThat(Lexical.integer(Integer.toString(number))).isEqualTo(number);
  }

  @Property
  void noTextMakesTheReaderFail(@ForAll String raw) {
    Lexical.integer(raw);
    Lexical.bool(raw);
    TimeText.read(raw, java.time.ZoneOffset.UTC);
    assertThat(Lexical.strip(raw)).isEqualTo(Lexical.strip(Lexical.strip(raw)));
    assertThat(Losses.quote(raw))
        .doesNotContainPattern("\\p{Cntrl}")
        .hasSizeLessThanOrEqualTo(Losses.QUOTE_MAX + 3);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "TRUE,true",
    " True ,true",
    "1,true",
    "false,false",
    "FALSE,false",
    "0,false",
    "yes,",
    "2,",
    "'',"
  })
  void aTruthValueIsReadInAnyCase(String raw, Boolean value) {
    assertThat(Lexical.bool(raw)).isEqualTo(value);
  }

  @Test
  void emptyTextIsAbsent() {
    assertThat(Lexical.text(" \t\n")).isNull();
    assertThat(Lexical.text(null)).isNull();
    assertThat(Lexical.text(" a b ")).isEqualTo("a b");
  }
}
