package org.ocppbridge.adapter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final ClockCheck check = new ClockCheck();

  @Test
  void aTimeInTheFutureIsProof() {
    assertThat(check.seen(NOW.plusSeconds(7200), NOW)).contains(Duration.ofHours(2));
    assertThat(ClockCheck.isOff(Duration.ofHours(2))).isTrue();
    assertThat(ClockCheck.words(Duration.ofHours(2))).isEqualTo("it is about 2 hours ahead");
  }

  @Test
  void aLateMessageAloneProvesNothing() {
    assertThat(check.seen(NOW.minus(Duration.ofHours(3)), NOW)).isEmpty();
  }

  @Test
  void messagesThatAreLateByTheSameShowAClockBehind() {
    for (int i = 1; i < ClockCheck.AGREEING; i++) {
      assertThat(check.seen(NOW.plusSeconds(60L * i - 3600), NOW.plusSeconds(60L * i))).isEmpty();
    }
    assertThat(check.seen(NOW.plusSeconds(600 - 3600), NOW.plusSeconds(600)))
        .contains(Duration.ofHours(-1));
    assertThat(ClockCheck.words(Duration.ofHours(-1))).isEqualTo("it is about 60 minutes behind");
  }

  @Test
  void aBacklogOfReadingsIsNoClockBehind() {
    for (int minute = 0; minute < 60; minute++) {
      Instant said = NOW.minus(Duration.ofHours(5)).plus(Duration.ofMinutes(minute));
      assertThat(check.seen(said, NOW)).isEmpty();
    }
  }

  @Test
  void theLeastAndTheGreatestTimesAreTakenToo() {
    assertThat(check.seen(Instant.MAX, NOW)).isPresent();
    assertThat(check.seen(Instant.MIN, NOW)).isEmpty();
  }
}
