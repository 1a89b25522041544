package org.ocppbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.ResetType;

class ClockSteppedTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Duration BACK = Duration.ofHours(-3);

  private final ChargerState state =
      ChargerState.fresh(new ChargerId("CP-1"), SoapVersion.V16, 0)
          .apply(
              List.of(
                  new RegistrationChange.Answered(RegistrationStatus.REJECTED, 60, NOW),
                  new CommandChange.ResetPending(
                      Optional.of(new Commands.PendingReset(ResetType.HARD, NOW))),
                  new CommandChange.Triggered("Heartbeat", Optional.of(NOW.plusSeconds(60))),
                  new Change.WakeUp("boot", NOW.plusSeconds(60)),
                  new Change.WakeUp("reservation/7", NOW.plusSeconds(60)),
                  new ClockStepped(BACK)));

  @Test
  void what_the_bridge_noted_keeps_its_distance_from_now() {
    Instant now = NOW.plus(BACK);
    assertThat(state.registration().at()).isEqualTo(now);
    assertThat(state.commands().reset()).map(Commands.PendingReset::at).contains(now);
    assertThat(state.commands().expects("Heartbeat", now.plusSeconds(59))).isTrue();
    assertThat(state.commands().expects("Heartbeat", now.plusSeconds(60))).isFalse();
  }

  @Test
  void what_never_happened_still_has_not() {
    assertThat(state.registration().bootAt()).isEqualTo(Instant.EPOCH);
    assertThat(state.registration().heartbeatAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void wake_ups_keep_their_distance_but_those_for_a_time_of_day_stay() {
    assertThat(state.wakeUps())
        .isEqualTo(
            Map.of("boot", NOW.plus(BACK).plusSeconds(60), "reservation/7", NOW.plusSeconds(60)));
  }
}
