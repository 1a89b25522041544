package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 7 ', 7",
    "999999999, 3600",
    "'Thu, 01 Jan 2026 00:01:30 GMT', 90",
    "'Fri, 01 Jan 2027 00:00:00 GMT', 3600"
  })
  void seconds_and_dates_are_read_and_held_within_an_hour(String header, long seconds) {
    assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-5", "soon", "", "99999999999999999999", "Thu, 01 Jan 2025 00:00:00 GMT"})
  void nonsense_is_ignored(String header) {
    assertThat(RetryAfter.of(header, NOW)).isEmpty();
  }

  @Test
  void absence_is_fine() {
    assertThat(RetryAfter.of(null, NOW)).isEmpty();
  }
}
