package org.ocppbridge.mappings.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-06T07:08:09Z",
        " 2024-05-06T07:08:09Z\n",
        "2024-05-06T07:08:09z",
        "2024-05-06t07:08:09Z",
        "2024-05-06 07:08:09Z",
        "2024-05-06T07:08:09",
        "2024-05-06 07:08:09",
        "2024-05-06T07:08:09 Z",
        "2024-05-06T07:08:09UTC",
        "2024-05-06T07:08:09 GMT",
        "2024-05-06T09:08:09+02:00",
        "2024-05-06T09:08:09+0200",
        "2024-05-06T09:08:09+02",
        "2024-05-06 09:08:09 +02:00",
        "2024-05-05T21:38:09-09:30",
        "2024-05-06T07:08:09-00:00",
        "2024-05-06T07:08:09.000Z",
        "2024-05-06T07:08:09.000000000000Z",
        "2024-05-06T07:08:09,0Z",
        "2024-05-06T07:08:09.Z",
        "2024/05/06 07:08:09",
        "2024-5-6T7:08:09Z",
        "20240506T070809Z",
        "20240506 070809",
        "20240506T090809.0+0200"
      })
  void oneMomentIsReadHoweverItIsWritten(String raw) {
    assertThat(TimeText.read(raw, ZoneOffset.UTC)).isEqualTo("2024-05-06T07:08:09Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-06T07:08:09.5Z, 2024-05-06T07:08:09.500Z",
    "2024-05-06T07:08:09.1234567Z, 2024-05-06T07:08:09.1234567Z",
    "2024-05-06T07:08:09.1234567899Z, 2024-05-06T07:08:09.123456789Z",
    "2024-05-06T24:00:00Z, 2024-05-07T00:00:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2024-05-06T07:08Z, 2024-05-06T07:08:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
  })
  void fractionsAndEdgesAreKept(String raw, Instant moment) {
    assertThat(TimeText.read(raw, ZoneOffset.UTC)).isEqualTo(moment);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "2024-05-06",
        "2024-W19-1T07:08:09Z",
        "2024-127T07:08:09Z",
        "2024-05/06T07:08:09Z",
        "06-05-2024 07:08:09",
        "05/06/2024 07:08:09",
        "20240506",
        "20240506T7:08:09Z",
        "202405T070809Z",
        "2022-02-29T00:00:00Z",
        "2024-02-30T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-01-01T25:00:00Z",
        "2024-01-01T24:00:01Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:61Z",
        "2024-01-01T00:00:00+",
        "2024-01-01T00:00:00+19:00",
        "2024-01-01T00:00:00+02:",
        "2024-01-01T00:00:00+02:99",
        "2024-01-01T00:00:00Zx",
        "2024-01-01T00:00:00 Europe",
        "24-01-01T00:00:00Z",
        "-2024-01-01T00:00:00Z",
        "1714979289",
        "٢٠٢٤-01-01T00:00:00Z"
      })
  void whatIsNoTimeIsNull(String raw) {
    assertThat(TimeText.read(raw, ZoneOffset.UTC)).isNull();
  }

  @Test
  void aTimeWithoutZoneIsInThatOfTheCharger() {
    ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
    assertThat(TimeText.read("2024-07-01T12:00:00", amsterdam)).isEqualTo("2024-07-01T10:00:00Z");
    assertThat(TimeText.read("2024-01-01T12:00:00", amsterdam)).isEqualTo("2024-01-01T11:00:00Z");
    assertThat(TimeText.read("2024-07-01T12:00:00Z", amsterdam)).isEqualTo("2024-07-01T12:00:00Z");
  }

  @Property
  void everyMomentIsReadAsWritten(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
    Instant moment = Instant.ofEpochMilli(millis);
    assertThat(TimeText.read(moment.toString(), ZoneOffset.UTC)).isEqualTo(moment);
  }
}
