package org.ocppbridge.adapter.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ocppbridge.adapter.LogLines;
import org.ocppbridge.adapter.watch.Mistake;
import org.ocppbridge.mappings.ChargerId;

class DiagnosesTest {

  private static final ChargerId CP = new ChargerId("CP-1");

  private final LogLines lines = new LogLines(Diagnoses.class);
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final Diagnoses diagnoses = new Diagnoses(() -> now);

  @AfterEach
  void close() {
    lines.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyMistakeHasItsSentence(Mistake mistake) {
    for (int i = 0; i < Diagnoses.UNANSWERED_MIN; i++) {
      diagnoses.noticed(mistake, "CP-1", "seen\u2028\r\nthis");
    }

    assertThat(diagnoses.of(CP)).hasSize(1);
    assertThat(diagnoses.of(CP).getFirst().sentence())
        .startsWith("charger CP-1: ")
        .contains("seen this. ")
        .endsWith(".");

    diagnoses.over("CP-1", EnumSet.of(mistake));
    assertThat(diagnoses.of(CP)).isEmpty();
    assertThat(diagnoses.all()).isEmpty();
  }

  @Test
  void aMistakeIsSaidOnceHoweverOftenItIsSeen() {
    for (int i = 0; i < 10; i++) {
      diagnoses.noticed(Mistake.IDENTITY_UNKNOWN, "CP-1", "HTTP 404");
    }
    diagnoses.over("CP-1", Mistake.OF_THE_HANDSHAKE);
    diagnoses.noticed(Mistake.IDENTITY_UNKNOWN, "CP-1", "HTTP 404");

    assertThat(lines.from(Level.WARN)).hasSize(1);
    assertThat(diagnoses.of(CP).getFirst().times()).isEqualTo(1);
  }

  @Test
  void thousandsWithTheSameMistakeDoNotFillTheLog() {
    for (int i = 0; i < 5_000; i++) {
      diagnoses.noticed(Mistake.CREDENTIALS_REFUSED, "CP-" + i, "HTTP 401");
    }

    assertThat(lines.from(Level.WARN)).hasSize(Diagnoses.LINES_MAX);
    assertThat(diagnoses.counts()).containsEntry("credentials_refused", 5_000L);
  }

  @Test
  void strangersTakeABoundedPlaceAndAreForgotten() {
    for (int i = 0; i < 3 * Diagnoses.STRANGERS_MAX; i++) {
      diagnoses.noticed(Mistake.NOT_LET_IN, "X-" + i, "no route");
    }
    assertThat(diagnoses.all()).hasSize(Diagnoses.STRANGERS_MAX);
    assertThat(lines.from(Level.WARN)).isEmpty();

    now = now.plus(Diagnoses.STRANGERS_KEPT).plusSeconds(1);
    assertThat(diagnoses.all()).isEmpty();
  }

  @Test
  void aFewUnansweredCommandsAreNoHabit() {
    Stream.of(1, 2).forEach(i -> diagnoses.noticed(Mistake.COMMANDS_UNANSWERED, "CP-1", "late"));
    diagnoses.over("CP-1", Set.of(Mistake.COMMANDS_UNANSWERED));
    diagnoses.noticed(Mistake.COMMANDS_UNANSWERED, "CP-1", "late");

    assertThat(diagnoses.of(CP)).isEmpty();
  }
}
